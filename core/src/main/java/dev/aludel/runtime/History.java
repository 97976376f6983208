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
    private final HistorySql sql;

    public History(Dialect dialect, HistoryTable tables) {
        this.dialect = dialect;
        this.tables = tables;
        this.sql = new HistorySql(dialect, tables);
    }

    /**
     * Reads what is applied with one query; a database that Aludel has not touched has none.
     *
     * @throws AludelException (HIS-001) when a table of this name is not Aludel's
     */
    public List<AppliedRevision> read(Connection connection) throws SQLException {
        String query = "SELECT revision, parents FROM " + sql.history() + " WHERE status = "
                + dialect.literal(Status.APPLIED.word()) + " ORDER BY applied_at, revision";
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
                for (String statement : create(table)) {
                    execute(connection, statement);
                }
                created = true;
            }
        }
        return created;
    }

    /** The statements that create a table of Aludel's own. */
    List<String> create(Table table) {
        return dialect.render(new CreateTable(table), TableLookup.none()).stream()
                .map(SqlStatement::sql)
                .toList();
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
}
