package dev.aludel.operation;

import dev.aludel.schema.Partitions;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes options of a table that only this database has; what is not named stays.
 *
 * @param changes each option's name with its change; sorted by name
 */
public record AlterTable(TableName table, Map<String, Change<String>> changes) implements Operation {
    public AlterTable {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    /** What turns these options into those; empty changes where they are the same. */
    public static AlterTable between(TableName table, Map<String, String> from, Map<String, String> to) {
        return new AlterTable(table, Change.between(from, to));
    }

    @Override
    public Optional<Operation> reverse() {
        Map<String, Change<String>> back = new TreeMap<>();
        changes.forEach((name, change) -> change.reverse().ifPresent(way -> back.put(name, way)));
        return back.size() == changes.size() ? Optional.of(new AlterTable(table, back)) : Optional.empty();
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapTable(before, table, this, found -> {
            Map<String, String> options = new HashMap<>(found.options());
            changes.forEach((name, change) ->
                    change.to().ifPresentOrElse(value -> options.put(name, value), () -> options.remove(name)));
            return moved(found, found.withOptions(options), before);
        });
    }

    /** A table that ceases to be a partition keeps its columns, and one that becomes a partition has them from the other. */
    private static Table moved(Table from, Table to, Schema schema) {
        if (Partitions.isPartition(from) == Partitions.isPartition(to)) {
            return to;
        }
        return Partitions.isPartition(to)
                ? Partitions.reduced(to, schema)
                : to.withColumns(Partitions.completed(from, schema).columns());
    }

    /** Whether the table becomes a partition of another. */
    public boolean attaches() {
        return partition().filter(change -> change.from().isEmpty()).isPresent();
    }

    /** Whether the table ceases to be a partition. */
    public boolean detaches() {
        return partition().filter(change -> change.to().isEmpty()).isPresent();
    }

    private Optional<Change<String>> partition() {
        return Optional.ofNullable(changes.get(Table.PARTITION_OF));
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder("alter table ").append(table).append(':');
        changes.forEach((name, change) -> text.append(' ')
                .append(name)
                .append(change.to()
                        .map(value -> value.isEmpty() ? "" : " " + value)
                        .orElse(" reset"))
                .append(','));
        return text.substring(0, text.length() - 1);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
