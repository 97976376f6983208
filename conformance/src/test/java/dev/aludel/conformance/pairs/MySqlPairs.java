package dev.aludel.conformance.pairs;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.servers.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB or MySQL server with a database for each schema of a pair. */
final class MySqlPairs implements PairServer {
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
    private final AtomicInteger databases = new AtomicInteger();

    MySqlPairs(MySqlServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return server.toString();
    }

    @Override
    public Dialect dialect() {
        return Dialects.forUrl(server.url(""));
    }

    @Override
    public List<String> serves() {
        return List.of("mysql", "mariadb");
    }

    @Override
    public Connection create(List<String> roles) throws SQLException {
        String name = "pair_" + databases.incrementAndGet();
        try (Connection administrator = DriverManager.getConnection(server.url(""))) {
            execute(administrator, "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }
        return DriverManager.getConnection(server.url(name));
    }

    /** Another connection would be needed; no pair depends on what a script sets. */
    @Override
    public void reset(Connection connection) throws SQLException {
        execute(connection, "SET SESSION sql_mode = DEFAULT");
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        try (connection) {
            execute(connection, "DROP DATABASE " + connection.getCatalog());
        }
    }

    @Override
    public void load(Connection connection, String sql) throws SQLException {
        for (var statement : dialect().split(sql)) {
            execute(connection, statement.sql());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public InspectOptions everything(Connection connection) {
        return InspectOptions.currentSchema();
    }

    @Override
    public List<String> rows(Connection connection) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : tables(connection, "BASE TABLE")) {
            counts.add(table + " "
                    + query(connection, "SELECT count(*) FROM `" + table.replace("`", "``") + "`", 1)
                            .get(0));
        }
        return counts;
    }

    /** Lines of SHOW CREATE, sorted within each, since no ALTER changes the order of what is there. */
    @Override
    public List<String> dump(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String kind : List.of("BASE TABLE", "VIEW", "SEQUENCE")) {
            for (String name : tables(connection, kind)) {
                String word = kind.equals("BASE TABLE") ? "TABLE" : kind;
                String sql = query(connection, "SHOW CREATE " + word + " `" + name.replace("`", "``") + "`", 2)
                        .get(0);
                sql.replaceAll(" AUTO_INCREMENT=\\d+", "")
                        .replace("`" + connection.getCatalog() + "`.", "")
                        .lines()
                        .map(line -> name + ": " + line.strip().replaceAll(",$", ""))
                        .forEach(lines::add);
            }
        }
        for (String query : OBJECTS) {
            lines.addAll(query(connection, query, 1));
        }
        lines.sort(null);
        return lines;
    }

    private static List<String> tables(Connection connection, String kind) throws SQLException {
        return query(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type IN ('"
                        + kind + "', 'SYSTEM VERSIONED') AND ('" + kind + "' = 'BASE TABLE' OR table_type = '" + kind
                        + "') ORDER BY 1",
                1);
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
}
