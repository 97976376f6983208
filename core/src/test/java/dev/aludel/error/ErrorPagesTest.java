package dev.aludel.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error has a page under docs/errors, and every page there is about an error that exists. */
class ErrorPagesTest {
    private static final Path PAGES = Path.of("../docs/errors");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```text\n(.*?)\n```");
    private static final Pattern FACT = Pattern.compile("  (\\S+)( +)(\\S.*)");

    private static Path page(ErrorCode code) {
        return PAGES.resolve(code.code() + ".md");
    }

    @Test
    void codesAreUnique() {
        assertThat(ErrorCode.values()).extracting(ErrorCode::code).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                            .map(code -> code.code() + ".md")
                            .toList());
        }
    }

    @Test
    void everyPageNamesCodeCategoryAndExitCode() throws IOException {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(Files.readString(page(code)))
                    .startsWith("# " + code.code() + ": ")
                    .contains("Category `" + code.category() + "`, exit code " + code.exitCode() + ".")
                    .contains("\n## Why it happens\n", "\n## What to do\n");
        }
    }

    @Test
    void theIndexListsEveryCodeOnce() throws IOException {
        List<String> rows = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
        assertThat(rows).hasSize(ErrorCode.values().length);
        for (ErrorCode code : ErrorCode.values()) {
            String start = "| [" + code.code() + "](" + code.code() + ".md) | `" + code.category() + "` | "
                    + code.exitCode() + " | ";
            assertThat(rows).filteredOn(row -> row.startsWith(start)).hasSize(1);
        }
    }

    /** {@code MOD-006} alone is an answer and no message. */
    @Test
    void everyExampleIsAMessageAsAludelPrintsIt() throws IOException {
        for (ErrorCode code : ErrorCode.values()) {
            Optional<String> example = findExample(Files.readString(page(code)));
            assertThat(example.isPresent()).as(code.code()).isEqualTo(code != ErrorCode.MODEL_DIFFERS);
            example.ifPresent(
                    text -> assertThat(text).isEqualTo(parse(code, text).format()));
        }
    }

    private static Optional<String> findExample(String page) {
        Matcher matcher = EXAMPLE.matcher(page);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Takes a printed message apart; printed again, it must be the same text. */
    private static AludelException parse(ErrorCode code, String example) {
        List<String> lines = example.lines().toList();
        AludelException message = AludelException.of(
                code,
                lines.get(0)
                        .substring(
                                Math.min(code.code().length() + 2, lines.get(0).length())));
        int number = 1;
        while (number < lines.size()) {
            Matcher fact = FACT.matcher(lines.get(number++));
            assertThat(fact.matches()).as("%s, line %s", code.code(), number).isTrue();
            String indent = " ".repeat(fact.start(3));
            StringBuilder text = new StringBuilder(fact.group(3));
            while (number < lines.size() && lines.get(number).startsWith(indent)) {
                text.append('\n').append(lines.get(number++).substring(indent.length()));
            }
            message = message.with(fact.group(1), text.toString());
        }
        return message;
    }
}
