package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.config.Option;
import dev.aludel.config.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page of docs/reference that is made from the options' definitions. It is rewritten with
 * {@code mvn test -pl cli -am -Dtest=ReferenceDocsTest -Daludel.docs=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReferenceDocsTest {
    private static final Path REFERENCE = Path.of("../docs/reference");

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

    private static void compare(String name, String expected) throws IOException {
        Path page = REFERENCE.resolve(name);
        if ("write".equals(System.getProperty("aludel.docs"))) {
            Files.writeString(page, expected);
        }
        assertThat(page).content().isEqualTo(expected);
    }
}
