package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Drops an index; {@code dropped} is what it was, where that is known, so that it can come back.
 *
 * @param concurrently others go on with the table meanwhile; it cannot be in a transaction
 */
public record DropIndex(
        TableName table, String index, Optional<Index> dropped, boolean concurrently, DropOptions options)
        implements Operation {

    /** The index must be there, and nothing else may go. */
    public DropIndex(TableName table, String index, Optional<Index> dropped) {
        this(table, index, dropped, false, DropOptions.strict());
    }

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(found -> new CreateIndex(table, found, new IndexBuild(concurrently, options.ifExists())));
    }

    @Override
    public Schema applyTo(Schema before) {
        boolean isThere =
                before.findTable(table).flatMap(found -> found.findIndex(index)).isPresent();
        return options.ifExists() && !isThere ? before : SchemaFold.removeIndex(before, table, index, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "drop index " + index + " of " + table + options.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
