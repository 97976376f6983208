package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    /**
     * Records that a revision is not applied any more.
     *
     * @throws AludelException when someone else removed the row meanwhile
     */
    void delete(RevisionId id) throws SQLException {
        if (write(sql.delete(id)) != 1) {
            throw AludelException.of(
                            ErrorCode.FOREIGN_HISTORY,
                            "The history has no row for " + id.value() + ", though it had one when this run began.")
                    .at(tables.history().toString())
                    .state("This migration's transaction is rolled back.")
                    .remedy(
                            "Something else changed the table: look with `aludel current`, then run the command again.");
        }
    }

    /** Adds a line to the log. */
    void log(Direction action, RevisionId id, String result, long millis, Optional<String> detail) throws SQLException {
        write(sql.log(action, id, result, run(millis), detail));
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
