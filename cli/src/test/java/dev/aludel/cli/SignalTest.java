package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that get real signals while a statement runs, or while they wait. */
class SignalTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;");
        project.migration("b2", "a1", "CREATE TABLE book (id int);\nSELECT pg_sleep(300);", "DROP TABLE book;");
    }

    private Process start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(project.environment);
        return builder.redirectErrorStream(true).start();
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
    @CsvSource({"TERM, 143", "INT, 130"})
    void theStatementIsCancelledAndItsMigrationRolledBack(String name, int exitCode) throws Exception {
        Process process = start("upgrade", "head", "--verbose");
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        awaitLine(lines, "pg_sleep");

        signal(process, name);

        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        String rest = String.join("\n", lines.lines().toList());
        assertThat(process.exitValue()).as(rest).isEqualTo(exitCode);
        assertThat(rest)
                .contains("RUN-011  The run was told to end before it was done.")
                .contains(
                        "This migration's transaction was rolled back: nothing of it is left. The database is at a1.");
        assertThat(project.tables()).contains("author").doesNotContain("book");
        project.migration("b2", "a1", "CREATE TABLE book (id int);", "DROP TABLE book;");
        assertThat(project.run("upgrade", "head").exitCode()).isZero();
    }

    @Test
    void whoWaitsForTheLockEndsAtOnce() throws Exception {
        Process holder = start("upgrade", "head", "--verbose");
        awaitLine(holder.inputReader(StandardCharsets.UTF_8), "pg_sleep");
        Process waiting = start("upgrade", "head");
        BufferedReader lines = waiting.inputReader(StandardCharsets.UTF_8);
        awaitLine(lines, "Waiting for another run");
        long before = System.nanoTime();

        signal(waiting, "TERM");

        assertThat(waiting.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.exitValue()).isEqualTo(143);
        assertThat(String.join("\n", lines.lines().toList())).contains("RUN-011", "nothing else was run");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        signal(holder, "TERM");
        assertThat(holder.waitFor(15, TimeUnit.SECONDS)).isTrue();
    }
}
