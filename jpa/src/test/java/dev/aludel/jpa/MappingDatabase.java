package dev.aludel.jpa;

import dev.aludel.servers.MySqlServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Version;

/**
 * A database on which the mappings are proven.
 *
 * @param packages what of the model it can hold, below {@code dev.aludel.jpa.mappings}
 * @param refused those of them that Hibernate's validation refuses even on what Hibernate created
 * @param schemas what is compared; empty: the one that the URL names
 * @param fresh gives the URL of a new, empty database
 */
record MappingDatabase(
        String name, List<String> packages, List<String> refused, List<String> schemas, Supplier<String> fresh) {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SQLITE = "SQLite";
    private static final List<String> EVERYWHERE = List.of("common", "json", "nationalized", "views");

    /** Those that this run has. */
    static List<MappingDatabase> available() {
        boolean seven = !Version.getVersionString().startsWith("6.");
        List<MappingDatabase> all = new ArrayList<>();
        all.add(new MappingDatabase(
                "PostgreSQL",
                everywhereAnd("checks", "definitions", "documents", "enums", "postgresql", "schemas"),
                List.of("definitions"),
                List.of("public", "depot"),
                MappingDatabase::postgres));
        all.add(new MappingDatabase(
                "H2",
                seven ? everywhereAnd("checks", "documents", "enums", "schemas") : everywhereAnd("checks", "schemas"),
                seven ? List.of() : List.of("nationalized"),
                List.of("PUBLIC", "DEPOT"),
                MappingDatabase::h2));
        all.add(new MappingDatabase(
                // Hibernate's validation and update break off at a view's computed column, which SQLite gives no type
                SQLITE,
                List.of("common", "json", "nationalized"),
                List.of("common"),
                List.of(),
                MappingDatabase::sqlite));
        for (MySqlServer server : MySqlServer.available()) {
            all.add(
                    server.isMariaDb()
                            ? new MappingDatabase(
                                    server.toString(),
                                    seven ? everywhereAnd("documents") : EVERYWHERE,
                                    seven ? List.of() : List.of("json"),
                                    List.of(),
                                    () -> mysql(server))
                            : new MappingDatabase(
                                    server.toString(),
                                    seven ? everywhereAnd("checks", "documents") : everywhereAnd("checks"),
                                    List.of("nationalized"),
                                    List.of(),
                                    () -> mysql(server)));
        }
        return all;
    }

    private static List<String> everywhereAnd(String... packages) {
        return Stream.concat(EVERYWHERE.stream(), Stream.of(packages)).toList();
    }

    /** What Hibernate itself leaves out of the schemas that it creates here, and Aludel does not; 7 leaves out a key's type. */
    boolean leavesOut(String difference) {
        return name.equals(SQLITE)
                && difference.matches("(?s)(add (foreign key|unique) |alter column .*: type  -> integer, identity).*");
    }

    @Override
    public String toString() {
        return name;
    }

    private static String postgres() {
        String database = "mappings" + COUNT.incrementAndGet();
        execute(Postgres.SERVER.getJdbcUrl("postgres", "postgres"), "create database " + database);
        return Postgres.SERVER.getJdbcUrl("postgres", database);
    }

    private static String h2() {
        return "jdbc:h2:mem:mappings" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1;USER=sa";
    }

    private static String sqlite() {
        try {
            return "jdbc:sqlite:"
                    + Files.createTempDirectory(Path.of("target"), "museum").resolve("museum.db");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String mysql(MySqlServer server) {
        String database = "mappings" + COUNT.incrementAndGet();
        execute(server.url(""), "create database " + database);
        return server.url(database);
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** One server for all tests of a run; it stops with the virtual machine. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new IllegalStateException("PostgreSQL did not start", failure);
            }
        }
    }
}
