package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened to one database, as its history table and its log hold it. */
public final class History {
    private final Dialect dialect;
    private final HistoryTable tables;
    private final HistorySql sql;
    private final HistoryTables existing;

    public History(Dialect dialect, HistoryTable tables) {
        this.dialect = dialect;
        this.tables = tables;
        this.sql = new HistorySql(dialect, tables);
        this.existing = new HistoryTables(dialect, tables);
    }

    /** The applied revisions that the files do not have; none where the database is not ahead of them. */
    public static List<RevisionId> findAhead(Standing standing, RevisionGraph files) {
        return Ahead.ids(HistoryOrder.parentsFirst(standing.applied()), standing.heads(), files);
    }

    /** How the database comes back to what the files have; reads no more where it is not ahead of them. */
    public WayBack findWayBack(Connection connection, Standing standing, RevisionGraph files) throws SQLException {
        return WayBack.find(standing, files, this, tables, connection);
    }

    /** Reads one row of a query's result. */
    private interface Reader<T> {
        T read(HistoryCells row) throws SQLException;
    }

    /**
     * Reads with one query what is applied, without revisions that are half-done; a database that Aludel has not touched
     * has none.
     *
     * @throws AludelException (HIS-001) when a table of this name is not Aludel's, (HIS-007) when its rows are not
     */
    public List<AppliedRevision> read(Connection connection) throws SQLException {
        return standing(connection).applied();
    }

    /**
     * Reads with one query what is applied and what is half-done.
     *
     * @throws AludelException (HIS-001) when a table of this name is not Aludel's, (HIS-007) when its rows are not
     */
    public Standing standing(Connection connection) throws SQLException {
        String query = "SELECT revision, parents, status, statements_done, statements_total,"
                + " CASE WHEN status <> 'applied' THEN checksum END AS checksum, progress FROM " + sql.history()
                + " ORDER BY applied_at, revision";
        List<HalfDone> rows = select(
                connection,
                tables.history(),
                query,
                row -> new HalfDone(
                        new AppliedRevision(row.revision(), row.parents()),
                        row.status(),
                        row.row().getInt("statements_done"),
                        row.row().getInt("statements_total"),
                        row.optional("checksum"),
                        row.optional("progress")));
        HistoryOrder.require(
                tables.history(), rows.stream().map(HalfDone::revision).toList());
        List<AppliedRevision> applied = new ArrayList<>();
        List<HalfDone> halfDone = new ArrayList<>();
        for (HalfDone row : rows) {
            if (row.status() == Status.APPLIED || (row.status() == Status.DOWNGRADING && row.isUntouched())) {
                applied.add(row.revision());
            } else {
                halfDone.add(row);
            }
        }
        return new Standing(applied, halfDone);
    }

    /**
     * Reads all rows with all columns, half-done revisions too, by the time at which they were applied, then by revision.
     *
     * @throws AludelException (HIS-001) when a table of this name is not Aludel's, (HIS-007) when its rows are not
     */
    public List<HistoryRow> rows(Connection connection) throws SQLException {
        String query = "SELECT * FROM " + sql.history() + " ORDER BY applied_at, revision";
        return select(
                connection,
                tables.history(),
                query,
                row -> new HistoryRow(
                        row.revision(),
                        row.parents(),
                        row.text("message"),
                        row.optional("checksum"),
                        row.status(),
                        row.instant("applied_at"),
                        row.text("applied_by"),
                        row.row().getLong("duration_ms"),
                        row.row().getInt("statements_done"),
                        row.row().getInt("statements_total"),
                        row.optional("progress"),
                        row.text("tool_version"),
                        row.optional("downgrade_sql")));
    }

    /**
     * Reads the newest lines of the log, the newest last.
     *
     * @param limit how many lines at most
     * @throws AludelException (HIS-001) when a table of this name is not Aludel's, (HIS-007) when its rows are not
     */
    public List<LogLine> log(Connection connection, int limit) throws SQLException {
        String query = "SELECT * FROM (SELECT * FROM " + sql.log() + " ORDER BY id DESC LIMIT " + Math.max(0, limit)
                + ") newest ORDER BY id";
        return select(
                connection,
                tables.log(),
                query,
                row -> new LogLine(
                        row.row().getLong("id"),
                        row.instant("happened_at"),
                        row.text("action"),
                        row.text("revision"),
                        row.text("result"),
                        row.text("applied_by"),
                        row.row().getLong("duration_ms"),
                        row.optional("detail")));
    }

    /** The rows that no other row stands on. */
    public static Heads heads(List<AppliedRevision> applied) {
        Set<RevisionId> parents = new HashSet<>();
        applied.forEach(row -> parents.addAll(row.parents()));
        return new Heads(applied.stream()
                .map(AppliedRevision::id)
                .filter(id -> !parents.contains(id))
                .sorted()
                .toList());
    }

    /** Creates the two tables where they are missing; true when there was something to create. */
    public boolean ensureTables(Connection connection) throws SQLException {
        return existing.ensure(connection);
    }

    /** Another migration tool's table in this database, where there is one. */
    public Optional<String> findOtherTool(Connection connection) throws SQLException {
        return existing.findOtherTool(connection);
    }

    /** A table that is there after all may have been created by another run meanwhile: what it says then counts. */
    private <T> List<T> select(Connection connection, TableName table, String query, Reader<T> reader)
            throws SQLException {
        try {
            return read(connection, table, query, reader);
        } catch (SQLException failure) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (existing.isAbsent(connection, table, failure)) {
                return List.of();
            }
        }
        return read(connection, table, query, reader);
    }

    private <T> List<T> read(Connection connection, TableName table, String query, Reader<T> reader)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(new HistoryCells(dialect, table, rows)));
            }
            return found;
        }
    }
}
