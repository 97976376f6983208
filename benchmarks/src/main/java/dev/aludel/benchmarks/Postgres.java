package dev.aludel.benchmarks;

import dev.aludel.benchmarks.measure.CountingProxy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The server of the benchmarks: it starts with them, listens on this machine only, and keeps nothing. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Without waiting for the disk, so that tools are measured and not the disk. */
    static Postgres start() throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .start());
    }

    /** Creates an empty database, in the place of an older one of this name. */
    String fresh(String database) throws SQLException {
        administer("DROP DATABASE IF EXISTS " + database);
        administer("CREATE DATABASE " + database + " TEMPLATE template0");
        return url(database);
    }

    void drop(String database) throws SQLException {
        administer("DROP DATABASE IF EXISTS " + database);
    }

    String url(String database) {
        return url(server.getPort(), database);
    }

    /** The same database, by way of a proxy. */
    static String url(CountingProxy proxy, String database) {
        return url(proxy.port(), database);
    }

    CountingProxy proxy(long delayMillis) throws IOException {
        return CountingProxy.to(server.getPort(), delayMillis);
    }

    int port() {
        return server.getPort();
    }

    String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void administer(String sql) throws SQLException {
        execute("postgres", sql);
    }

    /** Runs a statement in a database. */
    void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }
}
