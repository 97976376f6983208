package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.RunJava;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import dev.aludel.script.Frames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One step on its way into the database: its statements, its rows in the history and its line in the log. */
final class StepRun {
    private final Connection connection;
    private final HistoryWriter history;
    private final Dialect dialect;
    private final MigrationListener listener;
    private final PlannedStep planned;
    private final boolean transactional;
    private int done;

    StepRun(
            Connection connection,
            HistoryWriter history,
            Dialect dialect,
            MigrationListener listener,
            PlannedStep planned) {
        this.connection = connection;
        this.history = history;
        this.dialect = dialect;
        this.listener = listener;
        this.planned = planned;
        this.transactional = planned.isTransactional();
    }

    void run() throws SQLException {
        long started = System.nanoTime();
        connection.setAutoCommit(!transactional);
        try {
            for (PlannedStatement statement : planned.statements()) {
                run(statement);
            }
            connection.setAutoCommit(false);
            writeRows((System.nanoTime() - started) / 1_000_000);
            connection.commit();
        } catch (AludelException failure) {
            undo(failure);
            logFailure(failure, (System.nanoTime() - started) / 1_000_000);
            throw failure;
        } catch (SQLException failure) {
            undo(failure);
            throw failed("The history could not be written while " + doing() + ".", failure)
                    .state(state());
        } finally {
            restoreAutoCommit();
        }
    }

    private void run(PlannedStatement planned) {
        if (planned.operation() instanceof RunJava java) {
            runJava(java, planned);
        } else {
            planned.sql().ifPresent(sql -> send(sql, planned));
        }
        done++;
    }

    private void send(SqlStatement sql, PlannedStatement planned) {
        listener.statementStarted(this.planned.step(), sql);
        try {
            HistoryTables.execute(connection, sql.sql());
        } catch (SQLException failure) {
            throw statementFailed(planned, failure);
        }
    }

    private void runJava(RunJava java, PlannedStatement statement) {
        try {
            java.step().run(connection);
            if (transactional && connection.getAutoCommit()) {
                throw new IllegalStateException("the step changed the connection's auto-commit mode");
            }
        } catch (Exception failure) {
            throw AludelException.of(
                            ErrorCode.MIGRATION_FAILED,
                            "The step '" + java.description() + "' threw while " + doing() + ": " + describe(failure),
                            failure)
                    .at(Frames.findPlace(file(), failure)
                            .or(() -> statement.where().map(Object::toString))
                            .orElse(file()))
                    .state(state())
                    .remedy(remedy());
        }
    }

    private String describe(Exception failure) {
        return failure instanceof SQLException sql ? dialect.describeFailure(sql) : failure.toString();
    }

    private AludelException statementFailed(PlannedStatement item, SQLException failure) {
        String what =
                "Statement " + (done + 1) + " of " + planned.statements().size() + " failed while " + doing() + ".";
        return AludelException.of(ErrorCode.STATEMENT_FAILED, what, failure)
                .at(item.where().map(Object::toString).orElse(file()) + "   " + firstLine(item.text()))
                .with("db", dialect.describeFailure(failure))
                .state(state())
                .remedy(remedy());
    }

    private void writeRows(long millis) throws SQLException {
        for (RevisionId id : planned.deleted()) {
            history.delete(id);
        }
        for (PlannedRow row : planned.inserted()) {
            history.insert(row, millis);
        }
        history.log(planned.step().direction(), planned.step().revision().id(), "done", millis, Optional.empty());
    }

    /** When even the rollback fails, the connection is lost, and the database rolls back by itself. */
    private void undo(Exception failure) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }

    /** A lost log line must not hide the failure that it would tell of. */
    private void logFailure(AludelException failure, long millis) {
        try {
            connection.setAutoCommit(true);
            history.log(
                    planned.step().direction(),
                    planned.step().revision().id(),
                    "failed",
                    millis,
                    Optional.of(failure.format()));
        } catch (SQLException notLogged) {
            failure.addSuppressed(notLogged);
        }
    }

    private void restoreAutoCommit() throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
        }
    }

    private AludelException failed(String what, SQLException failure) {
        return AludelException.of(ErrorCode.DATABASE_FAILED, what, failure)
                .with("db", dialect.describeFailure(failure));
    }

    private String doing() {
        Step step = planned.step();
        String verb = switch (step.direction()) {
            case UPGRADE -> "upgrading to ";
            case DOWNGRADE -> "downgrading from ";
            case STAMP -> "stamping ";
        };
        String message = step.revision().message();
        return verb + step.revision().id().value() + (message.isEmpty() ? "" : " (" + message + ")");
    }

    private String file() {
        return planned.file().orElse("");
    }

    private String state() {
        if (transactional) {
            return "This migration's transaction was rolled back: nothing of it is left. The database is at "
                    + Places.of(planned.step().before()) + ".";
        }
        return "This migration runs outside a transaction: " + done + " of "
                + planned.statements().size() + " statements are applied and stay. The history still says "
                + Places.of(planned.step().before()) + ".";
    }

    private String remedy() {
        String again = planned.step().direction() == Direction.UPGRADE ? "aludel upgrade head" : "the same command";
        String fix = "Correct " + (file().isEmpty() ? "the migration" : file()) + " and run "
                + (again.startsWith("aludel") ? "`" + again + "`" : again) + " again.";
        return transactional ? fix : "Undo the applied statements by hand, or take them out of the file. " + fix;
    }

    private static String firstLine(String sql) {
        String line = sql.strip().lines().findFirst().orElse("");
        return line.length() > 100 || sql.strip().contains("\n")
                ? line.substring(0, Math.min(100, line.length())) + " …"
                : line;
    }
}
