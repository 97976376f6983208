package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.config.Option;
import dev.aludel.config.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of docs/reference that are made from the definitions in the code. They are rewritten with
 * {@code mvn test -pl cli -am -Dtest=ReferenceDocsTest -Daludel.docs=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReferenceDocsTest {
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final List<String> COMMANDS = List.of(
            "init",
            "revision",
            "upgrade",
            "downgrade",
            "stamp",
            "current",
            "history",
            "heads",
            "branches",
            "show",
            "merge",
            "squash",
            "check",
            "plan",
            "log",
            "repair",
            "edit",
            "ensure-version",
            "completion");

    @TempDir
    Path directory;

    @Test
    void theCommandReferenceIsWhatHelpSays() throws IOException {
        StringBuilder page = new StringBuilder(
                "# Commands\n\nWhat `aludel --help` and `aludel COMMAND --help` say. Global options may stand before or after"
                        + " the command.\n\n## aludel\n\n```text\n"
                        + help("--help") + "```\n");
        for (String command : COMMANDS) {
            page.append("\n## ")
                    .append(command)
                    .append("\n\n```text\n")
                    .append(help(command, "--help"))
                    .append("```\n");
        }
        compare("commands.md", page.toString());
    }

    @Test
    void theConfigurationReferenceIsWhatTheOptionsSay() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Configuration

                `aludel.properties` in the directory where `aludel` is called, or the file of `--config` or `$ALUDEL_CONFIG`. A
                named environment (`-n NAME`) reads `aludel.NAME.key` before `aludel.key`. Unknown keys are errors.

                The database: `--url`, `--user`, `--password`; else `ALUDEL_URL`, `ALUDEL_USER`, `ALUDEL_PASSWORD`; else this file;
                else the application's own settings (`spring.datasource.*`, `quarkus.datasource.*`, `persistence.xml`).

                | key | value | default | what it is for |
                |---|---|---|---|
                """);
        for (Option<?> option : Options.all()) {
            page.append("| `aludel.")
                    .append(option.key())
                    .append("` | ")
                    .append(option.form())
                    .append(" | ")
                    .append(option.fallback()
                            .filter(text -> !text.isEmpty())
                            .map(text -> "`" + text + "`")
                            .orElse(""))
                    .append(" | ")
                    .append(option.description())
                    .append(" |\n");
        }
        compare("configuration.md", page.toString());
    }

    private String help(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(
                Map.of(), directory, List.of(), new Terminal(InputStream.nullInputStream(), stream, stream, false));
        assertThat(new AludelCommandLine(shell).run(arguments)).isZero();
        return output.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replaceAll("(?m) +$", "");
    }

    private static void compare(String name, String expected) throws IOException {
        Path page = REFERENCE.resolve(name);
        if ("write".equals(System.getProperty("aludel.docs"))) {
            Files.writeString(page, expected);
        }
        assertThat(page).content().isEqualTo(expected);
    }
}
