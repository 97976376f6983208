package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.AludelCommandLine;
import dev.aludel.cli.Shell;
import dev.aludel.cli.Terminal;
import dev.aludel.conformance.project.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A directory with migrations, and the command lines that are run in it, in this process. */
final class Checkout {
    static final String SECRET = "s3cret-0f-7his-run";

    private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

    final Path directory;
    final Map<String, String> environment = new TreeMap<>(Map.of("EDITOR", "true"));

    private Checkout(Path directory) {
        this.directory = directory;
    }

    /** An empty directory for migrations, and a database in a variable. */
    static Checkout create(Path directory, String url) throws IOException {
        Checkout checkout = new Checkout(directory);
        Files.createDirectories(directory.resolve("versions"));
        checkout.environment.put("ALUDEL_URL", url);
        return checkout.write("aludel.properties", "aludel.directory=versions\naludel.script.format=sql\n");
    }

    Checkout write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    Checkout delete(String file) throws IOException {
        Files.delete(directory.resolve(file));
        return this;
    }

    /** An SQL migration in a file of its id's name. */
    Checkout migration(String id, String down, String upgrade, String downgrade) throws IOException {
        return write("versions/" + id + ".sql", sql(id, down, upgrade, downgrade));
    }

    static String sql(String id, String down, String upgrade, String downgrade) {
        return """
                -- revision: %s
                -- down:     %s
                -- created:  2026-03-01T10:22:41Z
                -- message:  step %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, down, id, upgrade, downgrade);
    }

    CommandRun succeed(String... arguments) {
        return run(arguments).exits(0);
    }

    /** Runs a command line; whatever it ends with, it ends as the documents say. */
    CommandRun run(String... arguments) {
        CommandRun run = runWith("", arguments);
        requireGoodManners(run, List.of(arguments).contains("json"));
        return run;
    }

    /** Runs a command line, with this on its standard input, and looks at nothing. */
    CommandRun runWith(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(in, stream(out), stream(err), false, false);
        Shell shell = new Shell(environment, directory, Optional.of(drivers()), List.of(), terminal);
        int exitCode = new AludelCommandLine(shell).run(arguments);
        return new CommandRun(
                String.join(" ", arguments),
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static void requireGoodManners(CommandRun run, boolean json) {
        String shown = COLOR.matcher(run.out() + run.err()).replaceAll("");
        assertThat(shown).as("output of `%s`", run).doesNotContain(SECRET).doesNotContain("BUG");
        assertThat(shown).as("output of `%s`", run).doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(");
        assertThat(run.exitCode()).as("exit code of `%s`", run).isIn(0, 1, 2, 3, 5);
        // `current` reports a database that is ahead, which is its answer and no error
        boolean reported = run.exitCode() == 5
                && (shown.contains("The database is ahead of these files by")
                        || (shown.contains(" (half-done)\n") && shown.contains("These files do not have it.")));
        if (List.of(1, 2, 5).contains(run.exitCode()) && !json && !reported) {
            assertThat(shown).as("error of `%s`", run).containsPattern("(?m)^[A-Z]{3}-\\d{3}  \\S");
            assertThat(shown).as("remedy of `%s`", run).containsPattern("(?m)^  do +\\S");
        }
    }

    static List<Path> drivers() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> Stream.of(
                                "postgresql-", "mariadb-java-client", "mysql-connector", "sqlite-jdbc", "h2-")
                        .anyMatch(entry.getFileName().toString()::startsWith))
                .toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return Arrays.toString(directory.toFile().list());
    }
}
