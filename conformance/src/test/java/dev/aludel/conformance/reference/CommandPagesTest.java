package dev.aludel.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import dev.aludel.conformance.project.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/reference/commands.md and its pages: what {@code --help} says, and an example that is run here, one story over all
 * commands in a bookstore of its own. Rewritten with {@code -Daludel.docs=write}. What differs from run to run (times,
 * ports, the user) is not compared.
 */
class CommandPagesTest {
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final String VERSIONS = "src/main/java/com/example/bookstore/storage/migrations/versions";

    @TempDir
    Path directory;

    private BookstoreProject project;
    private final Map<String, StringBuilder> examples = new LinkedHashMap<>();

    @BeforeEach
    void create() {
        project = BookstoreProject.create(directory);
    }

    @AfterEach
    void drop() {
        project.close();
    }

    /** Runs a command and shows it, with all that it printed, on the page of that command. */
    private CommandRun show(int exitCode, String... arguments) {
        CommandRun run = project.aludel(arguments).exits(exitCode);
        StringBuilder example = examples.computeIfAbsent(arguments[0], key -> new StringBuilder());
        example.append(example.length() == 0 ? "" : "\n")
                .append("$ aludel ")
                .append(Stream.of(arguments)
                        .map(word -> word.contains(" ") ? '"' + word + '"' : word)
                        .collect(Collectors.joining(" ")))
                .append('\n')
                .append(run.out())
                .append(run.err());
        if (exitCode != 0) {
            example.append("(exit code ").append(exitCode).append(")\n");
        }
        return run;
    }

    private void quietly(String... arguments) {
        project.aludel(arguments).exits(0);
    }

    private void field(String entity, String field) {
        project.edit(
                "models/" + entity + ".java", text -> text.replaceFirst("\\n}\\s*$", "\n\n    " + field + "\n}\n"));
    }

    private void tellTheStory() throws IOException {
        Files.delete(directory.resolve("aludel.properties"));
        show(0, "init", VERSIONS);
        Files.writeString(
                directory.resolve("aludel.properties"),
                "aludel.directory=" + VERSIONS + "\naludel.file-template=%{rev}_%{slug}\n");
        show(0, "revision", "--autogenerate", "-m", "Initial migration", "--rev-id", "3f1a2b7c9d01");
        show(0, "upgrade", "head");
        field("Author", "private String email;");
        show(3, "check");
        show(0, "diff", "--from", "database", "--to", "models");
        show(0, "diff", "--from", "models", "--to", "migrations", "--sql");
        show(0, "revision", "--autogenerate", "-m", "Add email to author", "--rev-id", "9c0d11aa42be");
        show(0, "plan", "upgrade", "head");
        show(0, "upgrade", "head", "--dry-run");
        show(0, "upgrade", "--sql", "3f1a2b:9c0d11");
        show(0, "upgrade", "head", "-v");
        show(0, "check");
        show(0, "downgrade", "-1");
        show(0, "downgrade", "-1", "--dry-run");
        show(0, "stamp", "9c0d11");
        quietly("stamp", "3f1a2b");
        quietly("upgrade", "head");
        show(0, "current");
        show(0, "current", "--check-heads");
        show(0, "current", "--format", "json");
        quietly(
                "revision",
                "-m",
                "Add audit trail",
                "--head",
                "3f1a2b",
                "--splice",
                "--rev-id",
                "88be1077d2c4",
                "--format",
                "sql");
        Path audit = directory.resolve(VERSIONS).resolve("88be1077d2c4_add_audit_trail.sql");
        Files.writeString(
                audit,
                Files.readString(audit)
                        .replace("-- upgrade\n", "-- upgrade\nALTER TABLE author ADD COLUMN changed_at timestamptz;\n")
                        .replace("-- downgrade\n", "-- downgrade\nALTER TABLE author DROP COLUMN changed_at;\n"));
        show(1, "check", "--heads");
        show(0, "heads");
        show(0, "branches");
        show(0, "show", "88be10");
        show(0, "revision", "--rebase", "88be10");
        quietly("revision", "--rebase", "88be10", "--head", "3f1a2b");
        show(0, "merge", "heads", "-m", "Merge email and audit trail", "--rev-id", "7aa901f3e0b5");
        show(0, "history", "-i");
        show(0, "history", "-r", "9c0d11:");
        quietly("upgrade", "head");
        quietly("revision", "-m", "Tags", "--rev-id", "c1c1c1c1c1c1", "--format", "sql");
        quietly("revision", "-m", "More tags", "--rev-id", "c2c2c2c2c2c2", "--format", "sql");
        show(0, "squash", "c1c1c1:c2c2c2", "--format", "sql");
        show(0, "ensure-version");
        Files.writeString(audit, Files.readString(audit).replace("timestamptz", "timestamp"));
        show(3, "repair");
        show(0, "repair", "--yes");
        show(0, "log");
        examples.put("edit", new StringBuilder("$ EDITOR=nano aludel edit head\n"));
        examples.put(
                "completion",
                new StringBuilder("$ aludel completion fish | head -3\n"
                        + project.aludel("completion", "fish")
                                .exits(0)
                                .out()
                                .lines()
                                .limit(3)
                                .collect(Collectors.joining("\n"))
                        + "\n"));
    }

    @Test
    void everyCommandHasAPageWithItsHelpAndAnExample() throws IOException {
        tellTheStory();
        List<String> commands = commands();
        assertThat(examples.keySet()).containsExactlyInAnyOrderElementsOf(commands);
        StringBuilder index = new StringBuilder("# Commands\n\nWhat `aludel --help` says; a page a command says what"
                + " `aludel COMMAND --help` says, with an example as it was run. Global options may stand before or after"
                + " the command. Those who know Alembic find its words in [coming from Alembic](alembic.md).\n\n");
        for (String command : commands) {
            index.append("- [")
                    .append(command)
                    .append("](commands/")
                    .append(command)
                    .append(".md): ");
            index.append(summary(command)).append('\n');
            compare(REFERENCE.resolve("commands").resolve(command + ".md"), page(command));
        }
        index.append("\n```text\n").append(help("--help")).append("```\n");
        compare(REFERENCE.resolve("commands.md"), index.toString());
        try (Stream<Path> pages = Files.list(REFERENCE.resolve("commands"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(commands);
        }
    }

    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        boolean listed = false;
        for (String line : help("--help").lines().toList()) {
            listed = listed ? line.startsWith(" ") : line.startsWith("Commands:");
            if (listed && line.matches("  [a-z].*")) {
                commands.add(line.strip().split(" ", 2)[0]);
            }
        }
        return commands;
    }

    private String summary(String command) {
        return help(command, "--help")
                .lines()
                .dropWhile(line -> line.startsWith("Usage:") || line.startsWith(" "))
                .takeWhile(line -> !line.startsWith(" "))
                .collect(Collectors.joining(" "));
    }

    private String page(String command) {
        return "# aludel " + command + "\n\n```text\n" + help(command, "--help") + "```\n\n## Example\n\n```console\n"
                + examples.getOrDefault(command, new StringBuilder()) + "```\n";
    }

    private String help(String... arguments) {
        return project.aludel(arguments).exits(0).out().replaceAll("(?m) +$", "");
    }

    private static void compare(Path page, String expected) throws IOException {
        String there = Files.exists(page) ? Files.readString(page) : "";
        boolean write = "write".equals(System.getProperty("aludel.docs"));
        if (write && !steady(there).equals(steady(expected))) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, shared(expected));
            there = shared(expected);
        }
        assertThat(steady(there))
                .as("%s; to be rewritten with -Daludel.docs=write", page)
                .isEqualTo(steady(expected));
    }

    /** What a reader elsewhere may know: no name of the user who wrote the page, no port of a test's server, a released version. */
    private static String shared(String text) {
        return text.replaceAll("(?m)(ms  )" + Pattern.quote(System.getProperty("user.name")) + "$", "$1ann")
                .replaceAll("localhost:\\d+/bookstore_\\d+", "localhost:15432/bookstore")
                .replaceAll("Made by Aludel \\S+ for", "Made by Aludel 0.1.0 for")
                .replaceAll("'(development|0\\.1\\.0-SNAPSHOT)'", "'0.1.0'");
    }

    /** Without what differs from run to run. */
    private static String steady(String text) {
        return shared(text)
                .replaceAll(" *\\d+ ms", " N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\dZ?", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY")
                .replaceAll("checksum [0-9a-f]+", "checksum");
    }
}
