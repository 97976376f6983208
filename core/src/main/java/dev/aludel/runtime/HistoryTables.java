package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of Aludel's own tables, and of other tools', a database has. */
final class HistoryTables {
    private final Dialect dialect;
    private final HistoryTable tables;

    HistoryTables(Dialect dialect, HistoryTable tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    /** Creates the two tables where they are missing; true when there was something to create. */
    boolean ensure(Connection connection) throws SQLException {
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

    Optional<String> findOtherTool(Connection connection) throws SQLException {
        for (String table : OtherTools.TABLES) {
            boolean inQuotes = !columns(connection, Optional.empty(), table).isEmpty();
            if (inQuotes || !columns(connection, TableName.of(table)).isEmpty()) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Passes where the failure came of a missing table; throws it, or says that the table is somebody else's, otherwise. */
    void requireAbsent(Connection connection, TableName table, SQLException failure) throws SQLException {
        List<String> columns = columns(connection, table);
        if (columns.isEmpty()) {
            return;
        }
        boolean own =
                columns.contains("revision") && (columns.contains("tool_version") || columns.contains("happened_at"));
        if (own) {
            throw failure;
        }
        throw AludelException.of(
                        ErrorCode.FOREIGN_HISTORY,
                        "The table " + table + " of this database was not made by Aludel.",
                        failure)
                .at("table " + table)
                .with("columns", String.join(", ", columns))
                .state("Nothing was run; the database is as it was.")
                .remedy("Give Aludel's table another name: aludel." + (table.equals(tables.log()) ? "log" : "history")
                        + "-table=… in aludel.properties.");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private List<String> columns(Connection connection, TableName table) throws SQLException {
        Optional<String> schema = Optional.empty();
        if (table.schema().isPresent()) {
            schema = Optional.of(stored(connection, table.schema().get()));
        }
        return columns(connection, schema, stored(connection, table.name()));
    }

    private static List<String> columns(Connection connection, Optional<String> schema, String table)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        String escape = connection.getMetaData().getSearchStringEscape();
        String pattern = table.replace("_", escape + "_").replace("%", escape + "%");
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), schema.orElse(connection.getSchema()), pattern, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    /** The name as the catalogue has it: one that needs no quotes may be kept in upper case. */
    private String stored(Connection connection, String name) throws SQLException {
        boolean bare = dialect.quote(name).equals(name);
        return bare && connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
