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
 * @param sql what is sent; empty for Java code, and where it is not known before its turn comes
 * @param where file and line; empty when they are not known
 * @param late whether it is rendered once more when its turn comes, all statements of its operation as one
 * @param transactional false where the database refuses it inside a transaction
 */
public record PlannedStatement(
        Operation operation,
        Optional<SqlStatement> sql,
        Optional<Location> where,
        boolean late,
        boolean transactional) {

    /** What is sent as it stands. */
    public PlannedStatement(Operation operation, Optional<SqlStatement> sql, Optional<Location> where) {
        this(operation, sql, where, false, sql.map(SqlStatement::transactional).orElse(true));
    }

    /** For people: the statement's SQL, or what it or the Java code is for. */
    public String text() {
        return sql.map(SqlStatement::sql).orElseGet(operation::describe);
    }

    /** True where a run does it in batches, each in a transaction of its own; a script does it at once. */
    public boolean isBatched() {
        return operation instanceof Backfill;
    }
}
