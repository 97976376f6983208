package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import dev.aludel.script.Frames;
import dev.aludel.script.Recording;
import dev.aludel.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** One step on its way into the database: its statements, its rows in the history and its line in the log. */
final class StepRun {
    private final Connection connection;
    private final History history;
    private final Dialect dialect;
    private final MigrationListener listener;
    private final PreparedStep prepared;
    private final boolean transactional;
    private int done;

    StepRun(
            Connection connection,
            History history,
            Dialect dialect,
            MigrationListener listener,
            PreparedStep prepared) {
        this.connection = connection;
        this.history = history;
        this.dialect = dialect;
        this.listener = listener;
        this.prepared = prepared;
        this.transactional = prepared.statements().isTransactional();
    }

    void run() throws SQLException {
        long started = System.nanoTime();
        connection.setAutoCommit(!transactional);
        try {
            for (StepStatements.Item item : prepared.statements().items()) {
                runItem(item);
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

    private void runItem(StepStatements.Item item) {
        if (item instanceof StepStatements.Sql sql) {
            listener.statementStarted(prepared.step(), sql.statement());
            try {
                History.execute(connection, sql.statement().sql());
            } catch (SQLException failure) {
                throw statementFailed(sql, failure);
            }
        } else if (item instanceof StepStatements.Java java) {
            runJava(java);
        }
        done++;
    }

    private void runJava(StepStatements.Java java) {
        try {
            java.operation().step().run(connection);
            if (transactional && connection.getAutoCommit()) {
                throw new IllegalStateException("the step changed the connection's auto-commit mode");
            }
        } catch (Exception failure) {
            throw AludelException.of(
                            ErrorCode.MIGRATION_FAILED,
                            "The step '" + java.operation().description() + "' threw while " + doing() + ": "
                                    + describe(failure),
                            failure)
                    .at(Frames.findPlace(file(), failure)
                            .or(() -> java.where().map(Object::toString))
                            .orElse(file()))
                    .state(state())
                    .remedy(remedy());
        }
    }

    private String describe(Exception failure) {
        return failure instanceof SQLException sql ? dialect.describeFailure(sql) : failure.toString();
    }

    private AludelException statementFailed(StepStatements.Sql item, SQLException failure) {
        String what = "Statement " + (done + 1) + " of "
                + prepared.statements().items().size() + " failed while " + doing() + ".";
        return AludelException.of(ErrorCode.STATEMENT_FAILED, what, failure)
                .at(item.where().map(Object::toString).orElse(file()) + "   " + firstLine(item.text()))
                .with("db", dialect.describeFailure(failure))
                .state(state())
                .remedy(remedy());
    }

    private void writeRows(long millis) throws SQLException {
        for (RevisionId id : prepared.deleted()) {
            history.delete(connection, id);
        }
        for (AppliedRevision row : prepared.inserted()) {
            history.insert(connection, row(row, millis));
        }
        history.log(connection, action(), prepared.step().revision().id(), "done", millis, Optional.empty());
    }

    private HistoryRow row(AppliedRevision applied, long millis) {
        Revision revision = prepared.step().revision();
        return new HistoryRow(
                applied.id(),
                applied.parents(),
                applied.id().equals(revision.id()) ? revision.message() : "",
                prepared.recording().map(Recording::checksum),
                ToolVersion.user(),
                millis,
                prepared.statements().items().size(),
                prepared.downgradeSql());
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
                    connection,
                    action(),
                    prepared.step().revision().id(),
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

    private String action() {
        return prepared.step().direction().name().toLowerCase(Locale.ROOT);
    }

    private String doing() {
        Step step = prepared.step();
        String verb = switch (step.direction()) {
            case UPGRADE -> "upgrading to ";
            case DOWNGRADE -> "downgrading from ";
            case STAMP -> "stamping ";
        };
        String message = step.revision().message();
        return verb + step.revision().id().value() + (message.isEmpty() ? "" : " (" + message + ")");
    }

    private String file() {
        return prepared.recording().map(Recording::script).map(Script::file).orElse("");
    }

    private String state() {
        if (transactional) {
            return "This migration's transaction was rolled back: nothing of it is left. The database is at "
                    + Places.of(prepared.step().before()) + ".";
        }
        return "This migration runs outside a transaction: " + done + " of "
                + prepared.statements().items().size() + " statements are applied and stay. The history still says "
                + Places.of(prepared.step().before()) + ".";
    }

    private String remedy() {
        String again = prepared.step().direction() == Direction.UPGRADE ? "aludel upgrade head" : "the same command";
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
