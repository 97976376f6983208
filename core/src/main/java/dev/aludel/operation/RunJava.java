package dev.aludel.operation;

import dev.aludel.schema.Schema;
import java.util.Optional;

/** Runs Java code with the connection of the migration; what it does is not known, so it neither folds nor reverses. */
public record RunJava(String description, DataStep step) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Schema applyTo(Schema before) {
        return before;
    }

    @Override
    public String describe() {
        return "run " + description;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
