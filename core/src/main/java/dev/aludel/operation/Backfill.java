package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Updates the rows of a table in batches along a key, so that a large table is never locked as a whole. What was in the
 * columns before is not known, so it does not reverse.
 *
 * @param key a column without nulls that an index orders, the primary key most of all; every row is reached through it
 * @param assignments what stands behind {@code SET}, in order, for example {@code email_lower = lower(email)}; at least one
 * @param where an SQL condition on the rows to update; empty for all rows
 * @param batchSize how many rows one batch updates at most, from 1; rows of one and the same key stay together
 */
public record Backfill(TableName table, String key, List<String> assignments, Optional<String> where, int batchSize)
        implements Operation {

    /** How many rows a batch updates where the migration does not say. */
    public static final int DEFAULT_BATCH_SIZE = 10_000;

    public Backfill {
        assignments = List.copyOf(assignments);
        if (assignments.isEmpty() || batchSize < 1) {
            throw new IllegalArgumentException("a backfill assigns something, in batches of at least one row");
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
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "backfill " + table + " set " + String.join(", ", assignments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
