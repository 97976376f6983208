package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes attributes of one column, all at once; the changes are applied in their order. */
public record AlterColumn(TableName table, String column, List<ColumnChange> changes) implements Operation {
    public AlterColumn {
        changes = List.copyOf(changes);
    }

    @Override
    public Optional<Operation> reverse() {
        List<ColumnChange> back = new ArrayList<>();
        for (ColumnChange change : changes) {
            change.reverse().ifPresent(back::add);
        }
        Collections.reverse(back);
        return back.size() == changes.size() ? Optional.of(new AlterColumn(table, column, back)) : Optional.empty();
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapColumn(before, table, column, this, this::changed);
    }

    private Column changed(Column before) {
        Column after = before;
        for (ColumnChange change : changes) {
            after = change.applyTo(after);
        }
        return after;
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column + ": "
                + changes.stream().map(ColumnChange::describe).collect(Collectors.joining(", "));
    }

    @Override
    public boolean destructive() {
        return changes.stream().anyMatch(AlterColumn::mayLoseValues);
    }

    private static boolean mayLoseValues(ColumnChange change) {
        return change instanceof ColumnChange.TypeChange type
                && type.from()
                        .map(from -> TypeWidening.narrows(from, type.to()))
                        .orElse(false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
