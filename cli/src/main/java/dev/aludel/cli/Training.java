package dev.aludel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the commands that people type most in a project of its own, so that the virtual machine can archive the classes that
 * they need. The launcher calls it once, when it makes the archive.
 */
public final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("upgrade", "head"),
            List.of("current"),
            List.of("history"),
            List.of("heads"),
            List.of("plan", "upgrade", "head"),
            List.of("upgrade", "head", "--sql"),
            List.of("revision", "-m", "training"),
            List.of("downgrade", "base"),
            // refused at once: there is no server, but the classes that look for one are loaded
            List.of("current", "--url", "jdbc:postgresql://127.0.0.1:1/none"));

    private Training() {}

    /** Arguments: an empty folder for the project, and one with the jars of JDBC drivers. */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        write(project, Path.of(arguments[1]));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false);
        Shell shell = new Shell(Map.of(), project, Optional.empty(), List.of(), terminal);
        for (List<String> command : COMMANDS) {
            new AludelCommandLine(shell).run(command.toArray(String[]::new));
        }
    }

    private static void write(Path project, Path drivers) throws IOException {
        try (Stream<Path> jars = Files.list(drivers)) {
            Files.writeString(project.resolve("aludel.properties"), """
                    aludel.url=jdbc:sqlite:%s
                    aludel.directory=versions
                    aludel.classpath=%s
                    """.formatted(
                            project.resolve("training.db"),
                            jars.map(Path::toString).sorted().collect(Collectors.joining(","))));
        }
        Files.createDirectories(project.resolve("versions"));
        Files.writeString(project.resolve("versions/a1.sql"), """
                -- revision: a1
                -- created:  2026-01-01T00:00:00Z
                -- message:  in SQL

                -- upgrade
                CREATE TABLE author (id bigint PRIMARY KEY);

                -- downgrade
                DROP TABLE author;
                """);
        Files.writeString(project.resolve("versions/B2InJava.java"), """
                package training;

                import static dev.aludel.migration.Columns.*;
                import dev.aludel.migration.*;

                /** In Java. */
                @Revision(id = "b2", down = "a1", created = "2026-01-02T00:00:00Z")
                public final class B2InJava implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("author", column("name", varchar(100)));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropColumn("author", "name");
                    }
                }
                """);
    }
}
