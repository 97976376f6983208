package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Empties tables, all at once.
 *
 * @param tables at least one; sorted, each once
 * @param restartIdentity the sequences that their columns own begin anew
 * @param cascade tables whose foreign keys refer to them are emptied too
 */
public record Truncate(List<TableName> tables, boolean restartIdentity, boolean cascade) implements Operation {
    public Truncate {
        tables = List.copyOf(new TreeSet<>(tables));
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("truncate names at least one table");
        }
    }

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
        return "truncate " + tables.stream().map(TableName::toString).collect(Collectors.joining(", "));
    }

    @Override
    public boolean destructive() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
