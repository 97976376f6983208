package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
                createWhole(connection, create(table));
                created = true;
            } else if (!dialect.features().contains(Feature.TRANSACTIONAL_DDL)) {
                complete(connection, table);
            }
        }
        return created;
    }

    /** A process that died between the statements that create a table left it without its comment. */
    private void complete(Connection connection, Table table) throws SQLException {
        List<String> statements = create(table);
        if (statements.size() > 1 && !hasComment(connection, table.name())) {
            for (String statement : statements.subList(1, statements.size())) {
                execute(connection, statement);
            }
        }
    }

    private boolean hasComment(Connection connection, TableName table) throws SQLException {
        String schema =
                table.schema().isPresent() ? stored(connection, table.schema().get()) : connection.getSchema();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), schema, pattern(connection, stored(connection, table.name())), null)) {
            return rows.next()
                    && !Objects.requireNonNullElse(rows.getString("REMARKS"), "")
                            .isEmpty();
        }
    }

    /** In one transaction where the database can: a table that is there is not looked at again, so it must have all it needs. */
    private static void createWhole(Connection connection, List<String> statements) throws SQLException {
        boolean own = connection.getAutoCommit() && statements.size() > 1;
        if (own) {
            connection.setAutoCommit(false);
        }
        for (String statement : statements) {
            execute(connection, statement);
        }
        if (own) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The statements that create a table of Aludel's own. */
    List<String> create(Table table) {
        return dialect.render(new CreateTable(table.withOptions(dialect.anyCharacter())), TableLookup.none()).stream()
                .map(SqlStatement::sql)
                .toList();
    }

    /** With one question for all of them: it is asked where a first deployment waits, perhaps far from the database. */
    Optional<String> findOtherTool(Connection connection) throws SQLException {
        Set<String> present = new HashSet<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (rows.next()) {
                present.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return OtherTools.TABLES.stream().filter(present::contains).findFirst();
    }

    /**
     * Whether the failure came of a missing table; false where there is such a table and it is Aludel's.
     *
     * @throws AludelException (HIS-001) where the table is somebody else's
     */
    boolean isAbsent(Connection connection, TableName table, SQLException failure) throws SQLException {
        List<String> columns = columns(connection, table);
        boolean own =
                columns.contains("revision") && (columns.contains("tool_version") || columns.contains("happened_at"));
        if (columns.isEmpty() || own) {
            return columns.isEmpty();
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
        String schema =
                table.schema().isPresent() ? stored(connection, table.schema().get()) : connection.getSchema();
        List<String> columns = new ArrayList<>();
        String pattern = pattern(connection, stored(connection, table.name()));
        try (ResultSet rows = connection.getMetaData().getColumns(connection.getCatalog(), schema, pattern, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static String pattern(Connection connection, String table) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        return table.replace("_", escape + "_").replace("%", escape + "%");
    }

    /** The name as the catalogue has it: one that needs no quotes may be kept in upper case. */
    private String stored(Connection connection, String name) throws SQLException {
        boolean bare = dialect.quote(name).equals(name);
        return bare && connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
