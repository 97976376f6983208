package dev.aludel.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL database of one test's own, empty at first and dropped at {@link #close()}. One server serves the whole
 * test run; it starts with the first database and stops with the virtual machine.
 */
public final class TestDatabase implements AutoCloseable {

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        static final AtomicInteger DATABASES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                // Nothing has to survive a power cut.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }

    private final String name;
    private final List<Connection> opened = new ArrayList<>();

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Creates an empty database. */
    public static TestDatabase create() throws SQLException {
        String name = "test_" + Server.DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        return new TestDatabase(name);
    }

    /** The JDBC URL, user included; it needs no password. */
    public String url() {
        return url(name);
    }

    /** The same server's URL for another database, which need not exist. */
    public static String url(String database) {
        return Server.RUNNING.getJdbcUrl("postgres", database);
    }

    /** The server's major version, as 18. */
    public static int majorVersion() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    /** A new connection in auto-commit; closed with this database at the latest. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url());
        opened.add(connection);
        return connection;
    }

    /** Runs SQL text as it stands on a connection of its own. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
        administer("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
