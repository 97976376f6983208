package dev.aludel.migration;

import dev.aludel.error.AludelException;
import dev.aludel.operation.Backfill;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backfill being written: {@code backfill("author", "id").set("email_lower = lower(email)").where("email_lower is null")}. */
public final class BackfillDefinition {
    private final TableName table;
    private final String key;
    private final List<String> assignments = new ArrayList<>();
    private Optional<String> where = Optional.empty();
    private int batchSize = Backfill.DEFAULT_BATCH_SIZE;

    BackfillDefinition(TableName table, String key) {
        this.table = table;
        this.key = key;
    }

    /** An assignment in SQL, {@code column = expression}; may be said more than once. */
    public BackfillDefinition set(String assignment) {
        assignments.add(assignment);
        return this;
    }

    /** The rows to update, as an SQL condition; best one that no longer holds for a row that is done. */
    public BackfillDefinition where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    /** How many rows one batch updates at most; 10,000 unless said otherwise. */
    public BackfillDefinition batchSize(int rows) {
        if (rows < 1) {
            throw refused("has a batch size of " + rows, "Say how many rows a batch has, from 1: .batchSize(10_000).");
        }
        batchSize = rows;
        return this;
    }

    Backfill operation() {
        if (assignments.isEmpty()) {
            throw refused("assigns nothing", "Say what: .set(\"email_lower = lower(email)\").");
        }
        return new Backfill(table, key, assignments, where, batchSize);
    }

    private AludelException refused(String why, String remedy) {
        return Refusals.broken("The backfill of " + table + " " + why + ".", remedy);
    }
}
