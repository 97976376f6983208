package dev.aludel.runtime;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.migration.Location;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a step will do: a statement that is sent, or Java code that is run.
 *
 * @param operation what the migration recorded; several statements may come from one
 * @param joined what the same statement does besides, in order
 * @param sql what is sent; empty for Java code, and where it is not known before its turn comes
 * @param where file and line; empty when they are not known
 * @param late whether it is rendered once more when its turn comes, all statements of its operation as one
 * @param transactional false where the database refuses it inside a transaction
 */
public record PlannedStatement(
        Operation operation,
        List<Operation> joined,
        Optional<SqlStatement> sql,
        Optional<Location> where,
        boolean late,
        boolean transactional) {

    public PlannedStatement {
        joined = List.copyOf(joined);
    }

    /** What is sent as it stands. */
    public PlannedStatement(Operation operation, Optional<SqlStatement> sql, Optional<Location> where) {
        this(
                operation,
                List.of(),
                sql,
                where,
                false,
                sql.map(SqlStatement::transactional).orElse(true));
    }

    /** The same outside of a transaction. */
    PlannedStatement withoutTransaction() {
        return new PlannedStatement(operation, joined, sql, where, late, false);
    }

    /** All that it does, in order. */
    public List<Operation> operations() {
        return Stream.concat(Stream.of(operation), joined.stream()).toList();
    }

    /** For people: the statement's SQL, or what it or the Java code is for. */
    public String text() {
        return sql.map(SqlStatement::sql).orElseGet(this::describe);
    }

    /** For people: what it is for. */
    public String describe() {
        return operations().stream().map(Operation::describe).collect(Collectors.joining("; "));
    }

    /** True where it can lose rows or values. */
    public boolean destructive() {
        return operations().stream().anyMatch(Operation::destructive);
    }

    /** True where a run does it in batches, each in a transaction of its own; a script does it at once. */
    public boolean isBatched() {
        return operation instanceof Backfill;
    }
}
