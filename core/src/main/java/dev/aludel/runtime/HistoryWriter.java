package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Writes the history and the log over one connection, in whatever transaction that has. */
final class HistoryWriter {
    private final Connection connection;
    private final HistoryTable tables;
    private final HistorySql sql;
    private final String user;

    HistoryWriter(Connection connection, Dialect dialect, HistoryTable tables) {
        this.connection = connection;
        this.tables = tables;
        this.sql = new HistorySql(dialect, tables);
        this.user = dialect.literal(ToolVersion.user());
    }

    /** Records that a revision is applied now. */
    void insert(PlannedRow row, long millis) throws SQLException {
        write(sql.insert(row, run(millis)));
    }

    /** Records that a revision is begun. */
    void begin(PlannedRow row) throws SQLException {
        write(sql.begin(row, run(0)));
    }

    /** Records that a revision is about to be undone, part by part. */
    void beginDowngrade(PlannedStep step) throws SQLException {
        change(sql.beginDowngrade(step), step.step().revision().id());
    }

    /** Records how many statements of a half-done revision are done. */
    void progress(RevisionId id, int done, int total) throws SQLException {
        change(sql.progress(id, done, total), id);
    }

    /** Records how far the statement is that works in batches. */
    void batch(RevisionId id, String progress) throws SQLException {
        change(sql.batch(id, progress), id);
    }

    /** Records that a half-done revision is applied now. */
    void finish(PlannedRow row, long millis) throws SQLException {
        change(sql.finish(row, run(millis)), row.id());
    }

    /** Records that a half-done downgrade never was. */
    void restore(RevisionId id) throws SQLException {
        change(sql.restore(id), id);
    }

    void checksum(RevisionId id, String checksum) throws SQLException {
        change(sql.checksum(id, checksum), id);
    }

    void parents(RevisionId id, List<RevisionId> parents) throws SQLException {
        change(sql.parents(id, parents), id);
    }

    /** Records that a revision is not applied any more. */
    void delete(RevisionId id) throws SQLException {
        change(sql.delete(id), id);
    }

    /** Fails when someone else removed the row meanwhile. */
    private void change(String text, RevisionId id) throws SQLException {
        if (write(text) != 1) {
            throw AludelException.of(
                            ErrorCode.FOREIGN_HISTORY,
                            "The history has no row for " + id.value() + ", though it had one when this run began.")
                    .at(tables.history().toString())
                    .state("The transaction that was to change it is rolled back.")
                    .remedy(
                            "Something else changed the table: look with `aludel current`, then run the command again.");
        }
    }

    /** Adds a line to the log. */
    void log(Direction action, RevisionId id, String result, long millis, Optional<String> detail) throws SQLException {
        write(sql.log(action, id, result, run(millis), detail));
    }

    /** Adds a line that says what a person let Aludel mend. */
    void logRepair(RevisionId id, String detail) throws SQLException {
        write(sql.log("repair", id, "done", run(0), Optional.of(detail)));
    }

    private HistorySql.Run run(long millis) {
        return new HistorySql.Run(user, String.valueOf(millis));
    }

    private int write(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(text);
        }
    }
}
