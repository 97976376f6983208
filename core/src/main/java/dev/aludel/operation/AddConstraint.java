package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Adds a named constraint to a table that exists. */
public record AddConstraint(TableName table, Constraint constraint) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return constraint.name().map(name -> new DropConstraint(table, name, Optional.of(constraint)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.addConstraint(before, table, constraint, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table, List.of(constraint));
    }

    @Override
    public String describe() {
        return "add " + constraint.describe() + " to " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
