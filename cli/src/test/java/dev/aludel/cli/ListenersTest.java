package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the project that hear what runs, named in the configuration. */
class ListenersTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        project.write("Notes.java", """
                import dev.aludel.error.AludelException;
                import dev.aludel.revision.Step;
                import dev.aludel.runtime.MigrationListener;
                import dev.aludel.runtime.PlannedStatement;
                import java.nio.file.Files;
                import java.nio.file.Path;
                import java.nio.file.StandardOpenOption;
                import java.time.Duration;
                import java.util.Map;

                public final class Notes implements MigrationListener {
                    private Path file = Path.of("");

                    @Override
                    public void arguments(Map<String, String> arguments) {
                        file = Path.of(arguments.get("notes"));
                    }

                    @Override
                    public void stepStarted(Step step, int number, int steps) {
                        note("begin " + step.revision().id() + " " + number + "/" + steps);
                    }

                    @Override
                    public void statementStarted(Step step, PlannedStatement statement) {
                        note("send " + statement.text());
                    }

                    @Override
                    public void statementFinished(Step step, PlannedStatement statement, Duration took) {
                        note("sent");
                    }

                    @Override
                    public void stepFinished(Step step, int number, int steps, Duration took) {
                        note("done");
                    }

                    @Override
                    public void stepFailed(Step step, AludelException failure) {
                        note("failed " + failure.code().code());
                    }

                    private void note(String line) {
                        try {
                            Files.writeString(file, line + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        } catch (java.io.IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                        }
                    }
                }
                """);
        Path classes = Files.createDirectories(directory.resolve("target/classes"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        directory.resolve("Notes.java").toString());
        assertThat(compiled).isZero();
        configure("Notes");
    }

    private void configure(String listener) throws Exception {
        project.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.listeners=" + listener + "\naludel.classpath="
                        + CommandLineFixture.driver());
    }

    @Test
    void hearsEveryStepAndStatement() throws Exception {
        Path notes = directory.resolve("notes.txt");
        project.migration("bbbb1111", "aaaa1111", "DROP TABLE nothing;", "");
        assertThat(project.run("upgrade", "head", "-x", "notes=" + notes).exitCode())
                .isEqualTo(1);
        assertThat(notes).hasContent("""
                begin aaaa1111 1/2
                send CREATE TABLE author (id bigint)
                sent
                done
                begin bbbb1111 2/2
                send DROP TABLE nothing
                failed RUN-003
                """);
    }

    @Test
    void aClassThatIsNotThereStopsTheRunBeforeItBegins() throws Exception {
        configure("Absent");
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("CFG-004  The class Absent of aludel.listeners is not on the project's class path.");
        assertThat(project.run("current").out()).isEqualTo("<base>\n");
        configure("java.lang.String");
        assertThat(project.run("upgrade", "head").err())
                .contains("does not implement dev.aludel.runtime.MigrationListener");
    }
}
