package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Checks the rows that were there before a constraint that was added as not valid; there is no way back from knowing. */
public record ValidateConstraint(TableName table, String constraint) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
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
        return "validate constraint " + constraint + " of " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
