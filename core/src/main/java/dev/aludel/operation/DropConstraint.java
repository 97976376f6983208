package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Drops a constraint; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropConstraint(TableName table, String constraint, Optional<Constraint> dropped) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(found -> new AddConstraint(table, found));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.removeConstraint(before, table, constraint, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table, dropped.stream().toList());
    }

    @Override
    public String describe() {
        return "drop constraint " + constraint + " of " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
