package dev.aludel.operation;

import dev.aludel.schema.Schema;
import java.util.Optional;

/** Runs SQL text of one or more statements; the dialect splits it. What it does is not known, so it neither folds nor reverses. */
public record ExecuteSql(String sql) implements Operation {

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
        String line = sql.strip().lines().findFirst().orElse("");
        return "execute " + (line.length() > 60 ? line.substring(0, 60) + " …" : line);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
