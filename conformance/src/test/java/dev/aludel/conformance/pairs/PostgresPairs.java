package dev.aludel.conformance.pairs;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL with a database for each schema of a pair. */
final class PostgresPairs implements PairServer, AutoCloseable {
    /** Drops all that a script can have made in a database; the comment of a subscription would outlive it. */
    private static final String EMPTY = """
            DO $$ DECLARE found record; BEGIN
              FOR found IN SELECT evtname AS name FROM pg_event_trigger LOOP
                EXECUTE format('DROP EVENT TRIGGER %I CASCADE', found.name);
              END LOOP;
              FOR found IN SELECT subname AS name FROM pg_subscription
                  WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) LOOP
                EXECUTE format('COMMENT ON SUBSCRIPTION %I IS NULL', found.name);
                EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', found.name);
                EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', found.name);
                EXECUTE format('DROP SUBSCRIPTION %I', found.name);
              END LOOP;
              FOR found IN SELECT pubname AS name FROM pg_publication LOOP
                EXECUTE format('DROP PUBLICATION %I CASCADE', found.name);
              END LOOP;
              FOR found IN SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', found.name);
              END LOOP;
              FOR found IN SELECT nspname AS name FROM pg_namespace
                  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', found.name);
              END LOOP;
              FOR found IN SELECT srvname AS name FROM pg_foreign_server LOOP
                EXECUTE format('DROP SERVER %I CASCADE', found.name);
              END LOOP;
              CREATE SCHEMA public;
              COMMENT ON SCHEMA public IS 'standard public schema';
              GRANT USAGE ON SCHEMA public TO public;
            END $$
            """;

    private final EmbeddedPostgres server;
    private final Deque<String> free = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final AtomicInteger databases = new AtomicInteger();

    PostgresPairs() throws IOException {
        this.server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_locks_per_transaction", "1024")
                .start();
    }

    @Override
    public String name() {
        return "PostgreSQL 18";
    }

    @Override
    public Dialect dialect() {
        return Dialects.forProduct("PostgreSQL");
    }

    @Override
    public List<String> serves() {
        return List.of("postgresql");
    }

    /** A database is used again after it was emptied: creating one takes the server most of a second. */
    @Override
    public Connection create(List<String> roles) throws SQLException {
        String name = free.isEmpty() ? "pair_" + databases.incrementAndGet() : free.pop();
        if (!known.contains(name)) {
            administer("CREATE DATABASE " + name);
            known.add(name);
        }
        for (String role : roles) {
            String quoted = role.startsWith("\"") ? role : "\"" + role + "\"";
            administer("DO $$ BEGIN CREATE ROLE " + quoted + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        return DriverManager.getConnection(server.getJdbcUrl("postgres", name));
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        load(connection, "RESET ALL");
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        String name = connection.getCatalog();
        try (connection) {
            load(connection, "RESET ALL");
            load(connection, EMPTY);
            if (isEmpty(connection)) {
                free.push(name);
            }
        } catch (SQLException leftovers) {
            System.out.println(name + " is not used again: " + leftovers.getMessage());
        }
    }

    /** What a pair left behind would be in the way of the next. */
    private boolean isEmpty(Connection connection) throws SQLException {
        return dump(connection).stream()
                .allMatch(line -> line.equals("schema public") || line.startsWith("comment schema public"));
    }

    @Override
    public void load(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public InspectOptions everything(Connection connection) throws SQLException {
        return InspectOptions.of(query(
                connection,
                "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
                        + " ORDER BY 1"));
    }

    @Override
    public List<String> rows(Connection connection) throws SQLException {
        List<String> counts = new ArrayList<>();
        List<String> tables = query(
                connection,
                "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                        + " ORDER BY 1");
        for (String table : tables) {
            counts.add(table + " "
                    + query(connection, "SELECT count(*) FROM " + table).get(0));
        }
        return counts;
    }

    @Override
    public List<String> dump(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : PostgresDump.QUERIES) {
            query(connection, query).stream().map(PostgresDump::plain).forEach(lines::add);
        }
        lines.sort(null);
        return lines;
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
