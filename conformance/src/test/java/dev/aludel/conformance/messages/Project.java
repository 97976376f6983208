package dev.aludel.conformance.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.AludelCommandLine;
import dev.aludel.cli.Shell;
import dev.aludel.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project in a directory of its own with a fresh PostgreSQL database: files are written into it, command lines are run
 * in it, and what they say is compared with golden texts.
 */
final class Project implements AutoCloseable {
    /** Where the migrations of these projects are. */
    static final String VERSIONS = "versions";

    final Path directory;
    final String database;
    final Map<String, String> environment = new TreeMap<>();

    private Project(Path directory, String database) {
        this.directory = directory;
        this.database = database;
        environment.put("ALUDEL_PASSWORD", PostgresServer.PASSWORD);
    }

    /** A project whose configuration names the database, the migrations and a class path with the driver. */
    static Project create() throws IOException, SQLException {
        Project project = bare();
        project.configure("aludel.url=" + PostgresServer.url(project.database), "aludel.user=clerk");
        Files.createDirectories(project.directory.resolve(VERSIONS));
        return project;
    }

    /** An empty directory and an empty database that know nothing of each other. */
    static Project bare() throws IOException, SQLException {
        return new Project(Files.createTempDirectory("aludel-messages").toRealPath(), PostgresServer.createDatabase());
    }

    /** Writes {@code aludel.properties} with the migration directory, the class path and these lines. */
    Project configure(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("aludel.directory=" + VERSIONS, "aludel.classpath=" + driver()));
        all.addAll(List.of(lines));
        return write("aludel.properties", String.join("\n", all) + "\n");
    }

    Project write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Writes an SQL migration; {@code down} may be empty. */
    Project migration(String id, String down, String upgrade) throws IOException {
        return write(VERSIONS + "/" + id + ".sql", sql(id, down, upgrade));
    }

    static String sql(String id, String down, String upgrade) {
        return """
                -- revision: %s
                -- down: %s
                -- created: 2026-03-01T10:22:41Z
                -- message: Step %s
                -- upgrade
                %s
                -- downgrade
                """.formatted(id, down, id, upgrade);
    }

    /** A Java migration whose {@code upgrade} has this body, from line 13 of the file. */
    Project javaMigration(String id, String down, String body) throws IOException {
        String parent = down.isEmpty() ? "" : ", down = \"" + down + "\"";
        return write(VERSIONS + "/M_" + id + ".java", """
                package versions;

                import dev.aludel.migration.*;
                import static dev.aludel.migration.Columns.*;
                import java.sql.*;

                /** Step %s. */
                @Revision(id = "%s"%s, created = "2026-03-01T10:22:41Z")
                public class M_%s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(
                        id, id, parent, id, body.indent(8).stripTrailing()));
    }

    /** Runs a command line that must succeed. */
    Project succeed(String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).as(outcome.transcript()).isZero();
        return this;
    }

    /** Runs a command line; no output ever shows the password or a stack trace. */
    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false, false);
        int exitCode = new AludelCommandLine(new Shell(environment, directory, modelPath(), terminal)).run(arguments);
        Outcome outcome = new Outcome(
                Arrays.stream(arguments).map(Project::quoted).collect(Collectors.joining(" ")),
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
        String shown = outcome.out() + outcome.err();
        assertThat(shown).doesNotContain(PostgresServer.PASSWORD);
        assertThat(shown).doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(").doesNotContain("BUG");
        return outcome;
    }

    /** The command line is refused with this golden text, and leaves every file and the whole database as they were. */
    void refuses(String golden, String... arguments) throws IOException, SQLException {
        Map<String, String> before = DatabaseState.of(database);
        Map<String, String> files = files();
        Outcome outcome = run(arguments);
        Golden.verify(golden, outcome, this);
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(files()).isEqualTo(files);
        assertThat(DatabaseState.of(database)).isEqualTo(before);
    }

    /** The run fails half-way with this golden text: nothing of it is left but a line in Aludel's log. */
    void rollsBack(String golden, String... arguments) throws IOException, SQLException {
        Map<String, String> before = DatabaseState.of(database);
        Map<String, String> files = files();
        Outcome outcome = run(arguments);
        Golden.verify(golden, outcome, this);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(files()).isEqualTo(files);
        assertThat(DatabaseState.withoutLog(DatabaseState.of(database))).isEqualTo(DatabaseState.withoutLog(before));
    }

    /** The jar of the PostgreSQL driver. */
    static String driver() {
        return libraries("postgresql-").get(0);
    }

    /** The jars of the tests' own class path whose file names begin so. */
    static List<String> libraries(String prefix) {
        return classPath()
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith(prefix))
                .toList();
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private static List<Path> modelPath() {
        return classPath()
                .filter(entry -> entry.endsWith("jpa/target/classes") || entry.contains("aludel-jpa"))
                .map(Path::of)
                .toList();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                String text = Files.isRegularFile(path)
                        ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                        : "";
                files.put(path.toString(), Files.getLastModifiedTime(path) + "\n" + text);
            }
        }
        return files;
    }

    private static String quoted(String argument) {
        return argument.contains(" ") ? '"' + argument + '"' : argument;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException, SQLException {
        PostgresServer.dropDatabase(database);
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
