package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Renames a table within its schema; foreign keys to it follow. */
public record RenameTable(TableName table, String newName) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameTable(table.withName(newName), table.name()));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.renameTable(before, table, newName, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table, table.withName(newName));
    }

    @Override
    public String describe() {
        return "rename table " + table + " to " + newName;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
