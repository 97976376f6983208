package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.CreateTable;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The revisions that are applied to one database, as its history table holds them. */
public final class History {
    private final Dialect dialect;
    private final HistoryTable tables;

    public History(Dialect dialect, HistoryTable tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    /**
     * Reads all rows with one query; a database that Aludel has not touched has none.
     *
     * @throws AludelException (HIS-001) when a table of this name is not Aludel's
     */
    public List<AppliedRevision> read(Connection connection) throws SQLException {
        String query = "SELECT revision, parents FROM " + name(tables.history()) + " ORDER BY applied_at, revision";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<AppliedRevision> applied = new ArrayList<>();
            while (rows.next()) {
                applied.add(new AppliedRevision(RevisionId.of(rows.getString(1)), ids(rows.getString(2))));
            }
            return applied;
        } catch (SQLException failure) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            requireAbsent(connection, failure);
            return List.of();
        }
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
        boolean created = false;
        for (Table table : List.of(tables.historyTable(), tables.logTable())) {
            if (columns(connection, table.name()).isEmpty()) {
                for (SqlStatement statement : dialect.render(new CreateTable(table), TableLookup.none())) {
                    execute(connection, statement.sql());
                }
                created = true;
            }
        }
        return created;
    }

    /** Another migration tool's table in this database, where there is one. */
    public Optional<String> findOtherTool(Connection connection) throws SQLException {
        for (String table : OtherTools.TABLES) {
            if (!columns(connection, TableName.of(table)).isEmpty()) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Records that a revision is applied now. */
    void insert(Connection connection, HistoryRow row) throws SQLException {
        String sql = "INSERT INTO " + name(tables.history())
                + " (revision, parents, message, checksum, applied_by, duration_ms, statements_done, statements_total,"
                + " tool_version, downgrade_sql) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.id().value());
            statement.setString(
                    2,
                    String.join(
                            ",", row.parents().stream().map(RevisionId::value).toList()));
            statement.setString(3, row.message());
            statement.setString(4, row.checksum().orElse(null));
            statement.setString(5, row.appliedBy());
            statement.setLong(6, row.durationMillis());
            statement.setInt(7, row.statements());
            statement.setInt(8, row.statements());
            statement.setString(9, ToolVersion.current());
            statement.setString(10, row.downgradeSql().orElse(null));
            statement.executeUpdate();
        }
    }

    /**
     * Records that a revision is not applied any more.
     *
     * @throws AludelException when someone else removed the row meanwhile
     */
    void delete(Connection connection, RevisionId id) throws SQLException {
        String sql = "DELETE FROM " + name(tables.history()) + " WHERE revision = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.value());
            if (statement.executeUpdate() != 1) {
                throw AludelException.of(
                                ErrorCode.FOREIGN_HISTORY,
                                "The history has no row for " + id.value() + ", though it had one when this run began.")
                        .at(tables.history().toString())
                        .state("This migration's transaction is rolled back.")
                        .remedy(
                                "Something else changed the table: look with `aludel current`, then run the command again.");
            }
        }
    }

    /** Adds a line to the log. */
    void log(Connection connection, String action, RevisionId id, String result, long millis, Optional<String> detail)
            throws SQLException {
        String sql = "INSERT INTO " + name(tables.log())
                + " (action, revision, result, applied_by, duration_ms, detail) VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, action);
            statement.setString(2, id.value());
            statement.setString(3, result);
            statement.setString(4, ToolVersion.user());
            statement.setLong(5, millis);
            statement.setString(6, detail.orElse(null));
            statement.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private void requireAbsent(Connection connection, SQLException failure) throws SQLException {
        List<String> columns = columns(connection, tables.history());
        if (columns.isEmpty()) {
            return;
        }
        if (columns.contains("revision") && columns.contains("parents") && columns.contains("tool_version")) {
            throw failure;
        }
        throw AludelException.of(
                        ErrorCode.FOREIGN_HISTORY,
                        "The table " + tables.history() + " of this database was not made by Aludel.",
                        failure)
                .at("table " + tables.history())
                .with("columns", String.join(", ", columns))
                .state("Nothing was run; the database is as it was.")
                .remedy("Give Aludel's table another name: aludel.history-table=… in aludel.properties.");
    }

    private static List<String> columns(Connection connection, TableName table) throws SQLException {
        List<String> columns = new ArrayList<>();
        String schema = table.schema().orElse(connection.getSchema());
        String escape = connection.getMetaData().getSearchStringEscape();
        String pattern = table.name().replace("_", escape + "_").replace("%", escape + "%");
        try (ResultSet rows = connection.getMetaData().getColumns(connection.getCatalog(), schema, pattern, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static List<RevisionId> ids(String text) {
        return Arrays.stream(text.split(","))
                .filter(id -> !id.isEmpty())
                .map(RevisionId::of)
                .toList();
    }

    private String name(TableName table) {
        return table.schema().map(schema -> dialect.quote(schema) + ".").orElse("") + dialect.quote(table.name());
    }
}
