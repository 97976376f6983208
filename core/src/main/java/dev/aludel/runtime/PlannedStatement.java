package dev.aludel.runtime;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.migration.Location;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Operation;
import java.util.Optional;

/**
 * One thing that a step will do: a statement that is sent, or Java code that is run.
 *
 * @param operation what the migration recorded; several statements may come from one
 * @param sql what is sent; empty for Java code
 * @param where file and line; empty when they are not known
 */
public record PlannedStatement(Operation operation, Optional<SqlStatement> sql, Optional<Location> where) {

    /** For people: the statement's SQL, or what the Java code is for. */
    public String text() {
        return sql.map(SqlStatement::sql).orElseGet(operation::describe);
    }

    /** False where the database refuses it inside a transaction. */
    public boolean transactional() {
        return sql.map(SqlStatement::transactional).orElse(true);
    }

    /** True where a run does it in batches, each in a transaction of its own; a script does it at once. */
    public boolean isBatched() {
        return operation instanceof Backfill;
    }
}
