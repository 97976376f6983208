package dev.aludel.test;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.servers.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of one test's own on a MySQL or MariaDB server, empty at first and dropped at {@link #close()}. */
public final class MySqlDatabase implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

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
