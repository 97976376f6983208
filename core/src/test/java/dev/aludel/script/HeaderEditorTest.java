package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderEditorTest {
    private static List<RevisionId> ids(String... ids) {
        return Stream.of(ids).map(RevisionId::of).toList();
    }

    private static String java(String annotation) {
        return "package a;\r\n/** Text with @Revision(down = \"x\"). */\n// @Revision(down = \"y\")\n" + annotation
                + "\npublic final class M implements Migration {\n  String down = \"z\";\n}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Revision(id = \"a\", down = \"b\")           | @Revision(id = \"a\", down = \"n\")",
                "@Revision(down=\"b\" , id=\"a\")              | @Revision(down=\"n\" , id=\"a\")",
                "@Revision(id = \"a\", down = {\"b\", \"c\"})  | @Revision(id = \"a\", down = \"n\")",
                "@Revision(id = \"a\", down = \"b\" + \"c\")   | @Revision(id = \"a\", down = \"n\")",
                "@Revision(id = \"a\")                         | @Revision(id = \"a\", down = \"n\")",
                "@Revision(id = \"a\", created = \"2026\")     | @Revision(id = \"a\", down = \"n\", created = \"2026\")",
                "@dev.aludel.migration.Revision(id = \"a\", branchLabels = {\"l\"}, down = {}) "
                        + "| @dev.aludel.migration.Revision(id = \"a\", branchLabels = {\"l\"}, down = \"n\")",
            })
    void newParentInJava(String before, String after) {
        assertThat(HeaderEditor.withDown("M.java", java(before), ids("n"))).isEqualTo(java(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Revision(id = \"a\", down = \"b\")                     | @Revision(id = \"a\")",
                "@Revision(down = \"b\", id = \"a\")                     | @Revision(id = \"a\")",
                "@Revision(id = \"a\", down = {\"b\"}, created = \"2026\") | @Revision(id = \"a\", created = \"2026\")",
                "@Revision(id = \"a\")                                   | @Revision(id = \"a\")",
            })
    void noParentInJava(String before, String after) {
        assertThat(HeaderEditor.withDown("M.java", java(before), ids())).isEqualTo(java(after));
    }

    @Test
    void severalParentsInJava() {
        assertThat(HeaderEditor.withDown("M.java", java("@Revision(id = \"a\", down = \"b\")"), ids("n", "o")))
                .isEqualTo(java("@Revision(id = \"a\", down = {\"n\", \"o\"})"));
    }

    @Test
    void sqlKeepsItsLineEndsAndEverythingBehindTheHeader() {
        String text = "\uFEFF-- revision: a\r\n-- down:     b\r\n\r\n-- upgrade\r\n-- down: c\r\n\r\n-- downgrade\r\n";
        assertThat(HeaderEditor.withDown("a.sql", text, ids("n", "o"))).isEqualTo(text.replace("     b", "     n, o"));
        assertThat(HeaderEditor.withDown("a.sql", text, ids())).isEqualTo(text.replace("-- down:     b\r\n", ""));
    }

    @Test
    void sqlWithoutParentGetsALine() {
        String text = "-- revision: a\n-- message: start\n\n-- upgrade\n\n-- downgrade\n";
        String edited = HeaderEditor.withDown("a.sql", text, ids("n"));
        assertThat(edited)
                .isEqualTo("-- revision: a\n-- down:     n\n-- message: start\n\n-- upgrade\n\n-- downgrade\n");
        assertThat(SqlScriptReader.read("a.sql", Optional.empty(), edited)
                        .revision()
                        .down())
                .isEqualTo(ids("n"));
        assertThat(HeaderEditor.withDown("a.sql", text, ids())).isEqualTo(text);
    }
}
