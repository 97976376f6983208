package dev.aludel.test;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.servers.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of one test's own on a MySQL or MariaDB server, empty at first and dropped at {@link #close()}. */
public final class MySqlDatabase implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** What stands beside tables, each a line; whom it belongs to left out. */
    private static final List<String> OBJECTS = List.of("""
            SELECT concat_ws(' ', 'trigger', trigger_name, action_timing, event_manipulation, event_object_table,
                             action_order, action_statement)
            FROM information_schema.triggers WHERE trigger_schema = DATABASE()""", """
            SELECT concat_ws(' ', routine_type, routine_name, dtd_identifier, is_deterministic, sql_data_access,
                             security_type, routine_comment, routine_definition)
            FROM information_schema.routines WHERE routine_schema = DATABASE()""", """
            SELECT concat_ws(' ', 'parameter', specific_name, routine_type, ordinal_position, parameter_mode,
                             parameter_name, dtd_identifier)
            FROM information_schema.parameters WHERE specific_schema = DATABASE()""", """
            SELECT concat_ws(' ', 'event', event_name, event_type, execute_at, interval_value, interval_field, ends,
                             starts = created, status, on_completion, event_comment, event_definition)
            FROM information_schema.events WHERE event_schema = DATABASE()""");

    private final MySqlServer server;
    private final String name;
    private final List<Connection> opened = new ArrayList<>();

    private MySqlDatabase(MySqlServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Creates an empty database. */
    public static MySqlDatabase create(MySqlServer server) throws SQLException {
        MySqlDatabase database = new MySqlDatabase(server, "test_" + DATABASES.incrementAndGet());
        database.administer("CREATE DATABASE " + database.name + " CHARACTER SET utf8mb4");
        return database;
    }

    public Dialect dialect() {
        return Dialects.forUrl(url());
    }

    public String name() {
        return name;
    }

    /** The JDBC URL, user included; it needs no password. */
    public String url() {
        return server.url(name);
    }

    /** A new connection in auto-commit; closed with this database at the latest. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url());
        opened.add(connection);
        return connection;
    }

    /** Runs one statement as it stands on a connection of its own. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Runs all statements of a text, as a migration would, on one connection. */
    public void load(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (SqlStatement each : dialect().split(sql)) {
                statement.execute(each.sql());
            }
        }
    }

    /** The first column of all rows. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            return query(connection, sql, 1);
        }
    }

    private static List<String> query(Connection connection, String sql, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(column)));
            }
            return values;
        }
    }

    /**
     * The lines of the server's own SHOW CREATE, sorted, each with its table, since no ALTER changes the order of what is
     * there; the next number of a column and the database's name left out.
     */
    public List<String> dump() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            List<String> lines = new ArrayList<>();
            for (String kind : List.of("BASE TABLE", "SYSTEM VERSIONED", "VIEW", "SEQUENCE")) {
                String word = kind.equals("VIEW") || kind.equals("SEQUENCE") ? kind : "TABLE";
                for (String table : tables(connection, kind)) {
                    query(connection, "SHOW CREATE " + word + " `" + table.replace("`", "``") + "`", 2)
                            .get(0)
                            .replaceAll(" AUTO_INCREMENT=\\d+", "")
                            .replace("`" + name + "`.", "")
                            .lines()
                            .map(line -> table + ": " + line.strip().replaceAll(",$", ""))
                            .forEach(lines::add);
                }
            }
            for (String query : OBJECTS) {
                lines.addAll(query(connection, query, 1));
            }
            lines.sort(null);
            return lines;
        }
    }

    private static List<String> tables(Connection connection, String kind) throws SQLException {
        return query(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = '"
                        + kind + "' ORDER BY 1",
                1);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
        administer("DROP DATABASE " + name);
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
