package dev.aludel.conformance.project;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One database of a PostgreSQL server that all tests share; the server starts with the first of them and stops with the
 * virtual machine.
 */
public final class ProjectDatabase implements AutoCloseable {

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        static final AtomicInteger DATABASES = new AtomicInteger();
        static final String PASSWORD = "pw" + UUID.randomUUID().toString().replace("-", "");

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }
    }

    private final String name;

    private ProjectDatabase(String name) {
        this.name = name;
    }

    static ProjectDatabase create() {
        ProjectDatabase database = new ProjectDatabase("bookstore_" + Server.DATABASES.incrementAndGet());
        database.administer("CREATE DATABASE " + database.name);
        return database;
    }

    /** Drops everything and begins with an empty database of the same name. */
    public void reset() {
        close();
        administer("CREATE DATABASE " + name);
    }

    /** The variables that the bookstore's own settings read. */
    Map<String, String> variables() {
        return Map.of(
                "DB_HOST",
                "127.0.0.1",
                "DB_PORT",
                String.valueOf(Server.RUNNING.getPort()),
                "DB_USER",
                "postgres",
                "DB_PASSWORD",
                password(),
                "DB_NAME",
                name);
    }

    /** Chosen anew for each virtual machine, so that a leak cannot be confused with an ordinary word. */
    static String password() {
        return Server.PASSWORD;
    }

    public Catalogue catalogue() {
        return new Catalogue(url());
    }

    /** For programs beside Aludel; needs no password. */
    public String url() {
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() {
        administer("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void administer(String sql) {
        new Catalogue(Server.RUNNING.getJdbcUrl("postgres", "postgres")).execute(sql);
    }
}
