package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real processes that get real signals while a statement runs, or while they wait. */
class SignalTest {
    private static final String CREATE_BOOK = "CREATE TABLE book (n double precision);\n";

    @TempDir
    Path directory;

    private Process start(Checkout checkout, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.aludel.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.directory.toFile());
        builder.environment().putAll(checkout.environment);
        return builder.redirectErrorStream(true).start();
    }

    private Checkout project(Arena arena) throws Exception {
        String drivers = Checkout.drivers().stream().map(Path::toString).collect(Collectors.joining(","));
        return Checkout.create(directory.resolve("project"), arena.create(directory))
                .write("aludel.properties", "aludel.directory=versions\naludel.classpath=" + drivers + "\n")
                .migration("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                .migration("b2", "a1", CREATE_BOOK + endless(arena), "DROP TABLE book;");
    }

    /** A statement that does not end by itself, and leaves nothing where it is cancelled. */
    private static String endless(Arena arena) {
        return "INSERT INTO book "
                + switch (arena) {
                    case POSTGRESQL -> "SELECT 1 FROM pg_sleep(300);";
                    case MARIADB, MYSQL ->
                        "SELECT max(rand()) FROM information_schema.collations a,"
                                + " information_schema.collations b, information_schema.collations c,"
                                + " information_schema.collations d;";
                    case SQLITE ->
                        "WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)"
                                + " SELECT count(*) FROM endless;";
                    case H2 -> "SELECT max(rand()) FROM system_range(1, 1000000000000);";
                };
    }

    private static void awaitLine(BufferedReader lines, String part) throws Exception {
        StringBuilder read = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.append(line).append('\n');
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("never said " + part + ":\n" + read);
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @MethodSource("dev.aludel.conformance.faults.Arena#available")
    void sigterm(Arena arena) throws Exception {
        endsInsideAStatement(arena, "TERM", 143);
    }

    @Test
    void ctrlC() throws Exception {
        endsInsideAStatement(Arena.POSTGRESQL, "INT", 130);
    }

    private void endsInsideAStatement(Arena arena, String name, int exitCode) throws Exception {
        Checkout checkout = project(arena);
        Process process = start(checkout, "upgrade", "head", "--verbose");
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        awaitLine(lines, "INSERT INTO book");
        Thread.sleep(300);

        signal(process, name);

        String rest = restOf(process, lines);
        assertThat(process.exitValue()).as(rest).isEqualTo(exitCode);
        assertThat(rest).contains("RUN-011  The run was told to end before it was done.");
        checkout.migration("b2", "a1", CREATE_BOOK, "DROP TABLE book;");
        if (List.of(Arena.POSTGRESQL, Arena.SQLITE).contains(arena)) {
            assertThat(rest).contains("nothing of it is left. The database is at a1.");
        } else {
            assertThat(rest)
                    .contains("1 of 2 statements are done and stay", "The database is at a1, with b2 half-done.");
            assertThat(checkout.run("upgrade", "head").exits(1).err()).contains("HIS-005", "`aludel repair` accepts");
            checkout.succeed("repair", "--yes");
        }
        checkout.succeed("upgrade", "head");
        checkout.succeed("current").prints("b2");
    }

    private static String restOf(Process process, BufferedReader lines) throws Exception {
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        return String.join("\n", lines.lines().toList());
    }

    @Test
    void whoWaitsForTheLockEndsAtOnce() throws Exception {
        Checkout checkout = project(Arena.POSTGRESQL);
        Process holder = start(checkout, "upgrade", "head", "--verbose");
        BufferedReader said = holder.inputReader(StandardCharsets.UTF_8);
        awaitLine(said, "INSERT INTO book");
        Process waiting = start(checkout, "upgrade", "head");
        BufferedReader lines = waiting.inputReader(StandardCharsets.UTF_8);
        awaitLine(lines, "Waiting for another run");

        signal(waiting, "TERM");

        assertThat(restOf(waiting, lines)).contains("RUN-011", "nothing else was run");
        assertThat(waiting.exitValue()).isEqualTo(143);
        signal(holder, "TERM");
        restOf(holder, said);
    }
}
