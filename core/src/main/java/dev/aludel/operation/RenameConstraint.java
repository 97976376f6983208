package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Renames a constraint. */
public record RenameConstraint(TableName table, String constraint, String newName) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameConstraint(table, newName, constraint));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.renameConstraint(before, table, constraint, newName, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "rename constraint " + constraint + " of " + table + " to " + newName;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
