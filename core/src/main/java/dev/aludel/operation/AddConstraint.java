package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Adds a named constraint to a table that exists.
 *
 * @param usingIndex the unique index that becomes the constraint's, over the constraint's columns; for keys
 */
public record AddConstraint(TableName table, Constraint constraint, Optional<String> usingIndex) implements Operation {

    /** A constraint that all rows obey from now on. */
    public AddConstraint(TableName table, Constraint constraint) {
        this(table, constraint, Optional.empty());
    }

    @Override
    public Optional<Operation> reverse() {
        return constraint.name().map(name -> new DropConstraint(table, name, Optional.of(constraint)));
    }

    @Override
    public Schema applyTo(Schema before) {
        Schema without = usingIndex
                .map(index -> SchemaFold.removeIndex(before, table, index, this))
                .orElse(before);
        return SchemaFold.addConstraint(without, table, constraint, this);
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
