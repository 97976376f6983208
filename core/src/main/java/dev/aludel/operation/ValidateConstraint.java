package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the rows that were there before a constraint that was added as not valid; there is no way back from knowing. */
public record ValidateConstraint(TableName table, String constraint) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapConstraint(before, table, constraint, ValidateConstraint::validated);
    }

    private static Constraint validated(Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            return check.withQualifiers(without(check.qualifiers()));
        }
        return constraint instanceof Constraint.ForeignKey key
                ? key.withQualifiers(without(key.qualifiers()))
                : constraint;
    }

    private static Set<String> without(Set<String> qualifiers) {
        return qualifiers.stream()
                .filter(words -> !words.equals(Constraint.NOT_VALID))
                .collect(Collectors.toSet());
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
