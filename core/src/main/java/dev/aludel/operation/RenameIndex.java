package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Renames an index. */
public record RenameIndex(TableName table, String index, String newName) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameIndex(table, newName, index));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.renameIndex(before, table, index, newName, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "rename index " + index + " of " + table + " to " + newName;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
