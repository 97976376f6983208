package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.revision.RevisionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlScriptReaderTest {
    private static Script read(String text) {
        return SqlScriptReader.read("b2.sql", Optional.empty(), text);
    }

    private static Script.Sql body(String text) {
        return (Script.Sql) read(text).body();
    }

    @Test
    void theSectionsAreTheLinesBetweenTheMarkers() {
        Script.Sql body = body("-- revision: b2\n\n  -- Upgrade \nSELECT 1;\n\n--downgrade\nSELECT 2;\n\n");

        assertThat(body).isEqualTo(new Script.Sql("SELECT 1;\n", 4, "SELECT 2;\n", 7));
    }

    @Test
    void sectionsMayBeEmptyAndTheLastLineMayEndWithTheFile() {
        assertThat(body("-- revision: b2\n-- upgrade\n-- downgrade")).isEqualTo(new Script.Sql("", 3, "", 4));
        assertThat(body("-- revision: b2\n-- upgrade\n\n-- downgrade\n")).isEqualTo(new Script.Sql("", 3, "", 5));
        assertThat(body("-- revision: b2\n-- upgrade\nA\n-- downgrade\nB")).isEqualTo(new Script.Sql("A", 3, "B", 5));
    }

    @Test
    void linesMayEndInAnyWay() {
        String text = "-- revision: b2\n-- down: a1\n-- upgrade\nA\n\nB\n-- downgrade\nC\n";

        assertThat(read(text.replace("\n", "\r\n"))).usingRecursiveComparison().isEqualTo(read(text));
        assertThat(read(text.replace("\n", "\r"))).usingRecursiveComparison().isEqualTo(read(text));
    }

    @Test
    void valuesAreSeparatedByCommasAndMessagesAreNot() {
        Script script = read("-- down: a1 ,, a2,\n-- revision: b2\n-- message: one, two: three\n"
                + "-- a comment: with a colon\n-- upgrade\n-- downgrade\n");

        assertThat(script.revision().down()).containsExactly(RevisionId.of("a1"), RevisionId.of("a2"));
        assertThat(script.revision().message()).isEqualTo("one, two: three");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertWrong("-- revision: b2\n-- dwon: a1\n-- upgrade\n", "b2.sql:2", "`dwon` is not a key of the header");
        assertWrong("-- revision: b2\n-- revision: b3\n", "b2.sql:2", "`revision` is said twice");
        assertWrong("-- revision: b2\n\n SELECT 1;\n-- upgrade\n", "b2.sql:3", "SQL stands before the line");
        assertWrong("-- revision: b2\n-- upgrade\n--UPGRADE\n", "b2.sql:3", "There is a second `-- upgrade`");
        assertWrong("-- revision: b2\n-- downgrade\n-- upgrade\n", "b2.sql:2", "stands before `-- upgrade`");
        assertWrong("-- revision: b2\n-- upgrade\nSELECT 1;\n", "b2.sql:3", "There is no section `-- downgrade`");
        assertWrong("", "b2.sql:1", "There is no section `-- upgrade`");
    }

    private static void assertWrong(String text, String at, String what) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(AludelException.class)
                .extracting(failure -> ((AludelException) failure).format())
                .asString()
                .contains(what, at);
    }
}
