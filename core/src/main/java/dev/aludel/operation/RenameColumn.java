package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Renames a column; keys, indexes and foreign keys that name it follow. */
public record RenameColumn(TableName table, String column, String newName) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameColumn(table, newName, column));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.renameColumn(before, table, column, newName, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "rename column " + table + "." + column + " to " + newName;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
