package dev.aludel.conformance.messages;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of messages: it asks the user {@code clerk} for a password and trusts {@code postgres}. */
final class PostgresServer {
    /** The secret of the whole run; no output may ever hold it. */
    static final String PASSWORD =
            "pw" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

    private static final EmbeddedPostgres RUNNING = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /** Creates an empty database and returns its name. */
    static String createDatabase() throws SQLException {
        String name = "shop_" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " OWNER clerk");
        return name;
    }

    static void dropDatabase(String name) throws SQLException {
        execute("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    static int port() {
        return RUNNING.getPort();
    }

    /** The URL without a user, as it stands in a configuration. */
    static String url(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?user=postgres");
    }

    static void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("lc_messages", "C")
                    .start();
            guard(server);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL cannot be prepared", failure);
        }
    }

    private static void guard(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE clerk LOGIN PASSWORD '" + PASSWORD + "'");
            Path file;
            try (ResultSet row = statement.executeQuery("SHOW hba_file")) {
                row.next();
                file = Path.of(row.getString(1));
            }
            Files.writeString(file, "host all clerk all scram-sha-256\n" + Files.readString(file));
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
