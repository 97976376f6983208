package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Adds a constraint by which no two rows may agree in all its elements. Neither models nor inspections know such
 * constraints, so it does not fold, and nothing drops it unasked.
 *
 * @param elements a column or SQL expression with its operator each, for example {@code during WITH &&}; at least one
 * @param method the index behind it; empty for the database's default
 * @param where an SQL condition on the rows that it speaks of
 */
public record AddExclusion(
        TableName table,
        String constraint,
        List<String> elements,
        Optional<String> method,
        Optional<String> where,
        Constraint.Deferral deferral)
        implements Operation {
    public AddExclusion {
        elements = List.copyOf(elements);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropConstraint(table, constraint, Optional.empty()));
    }

    @Override
    public Schema applyTo(Schema before) {
        return before;
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "add exclusion " + constraint + " (" + String.join(", ", elements) + ") to " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
