package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A project of SQL migrations in a temporary directory, its own database on a real PostgreSQL, and the command line in process. */
final class CommandLineFixture {
    static final String PASSWORD = "xylophone-secret";

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        static final AtomicInteger DATABASES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                Path access = Files.createTempFile("access", ".conf");
                access.toFile().deleteOnExit();
                Files.writeString(access, "host all guarded all scram-sha-256\nhost all all all trust\n");
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("hba_file", access.toString())
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** What one command printed, with the places of this machine replaced. */
    record Result(int exitCode, String out, String err) {}

    final Path directory;
    final Path versions;
    final Map<String, String> environment = new HashMap<>();
    String input = "";
    private final String database;

    CommandLineFixture(Path directory) throws Exception {
        this.directory = directory;
        this.versions = Files.createDirectories(directory.resolve("versions"));
        this.database = "messages_" + Server.DATABASES.incrementAndGet();
        administer("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'guarded')"
                + " THEN CREATE ROLE guarded LOGIN PASSWORD 'another'; END IF; END $$");
        administer("CREATE DATABASE " + database);
        environment.put("ALUDEL_URL", url());
        environment.put("ALUDEL_USER", "postgres");
        environment.put("ALUDEL_PASSWORD", PASSWORD);
        configure("");
    }

    /** The configuration of every project, and these lines. */
    void configure(String lines) throws Exception {
        write("aludel.properties", "aludel.directory=versions\naludel.classpath=" + driver() + "\n" + lines);
    }

    static int port() {
        return Server.RUNNING.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A migration with these sections; {@code down} may be empty. */
    void migration(String id, String down, String upgrade, String downgrade) throws IOException {
        write("versions/" + id + ".sql", """
                -- revision: %s
                -- down: %s
                -- created: 2026-03-01T10:22:41Z
                -- message: change %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, down, id, upgrade, downgrade));
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int exitCode = new AludelCommandLine(new Shell(environment, directory, List.of(), terminal)).run(arguments);
        Result result = new Result(exitCode, shown(out), shown(err));
        assertThat(result.out() + result.err())
                .doesNotContain(PASSWORD, "\tat ", "BUG  ")
                .doesNotContainPattern("Exception in thread");
        return result;
    }

    private String shown(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8)
                .replace(directory.toString(), "<DIR>")
                .replace(":" + port() + "/" + database, ":<PORT>/<DB>")
                .replaceAll("\\((\\d+) ms\\)", "(<N> ms)")
                .replaceAll("(?m) +$", "");
    }

    List<String> tables() throws SQLException {
        return query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    }

    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", PASSWORD);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port() + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String driver() throws Exception {
        return Path.of(org.postgresql.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
