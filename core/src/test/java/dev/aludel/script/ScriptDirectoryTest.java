package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.revision.RevisionId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDirectoryTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path directory;

    private ScriptDirectory scripts() {
        return new ScriptDirectory(List.of(directory), directory);
    }

    private Scripts load() {
        return scripts().load(() -> CLASS_PATH, getClass()::getClassLoader);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text);
    }

    private AludelException failure() {
        return catchThrowableOfType(AludelException.class, this::load);
    }

    private static String java(String id, String down, String body) {
        return """
                package com.example.versions;

                import static dev.aludel.migration.Columns.column;
                import static dev.aludel.migration.Columns.varchar;

                import dev.aludel.migration.Migration;
                import dev.aludel.migration.Operations;
                import dev.aludel.migration.Revision;

                // @Revision(id = "not this one") class Nor implements Migration {
                /**
                 * Add email to author. More text.
                 */
                @Revision(id = "%s"%s, created = "2026-03-01T10:22:41Z")
                public final class M_%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(
                id, down.isEmpty() ? "" : ", down = " + down, id, body.indent(8).stripTrailing());
    }

    private static final String SQL = """
            -- revision: b2
            -- down:     a1
            -- created:  2026-03-02T10:22:41Z
            -- message:  Rename: the "author"; to writer

            -- a free comment
            -- upgrade
            ALTER TABLE author RENAME TO writer;

            -- downgrade
            ALTER TABLE writer RENAME TO author;
            """;

    @Test
    void readsHeadersOfBothLanguagesIntoOneGraph() throws Exception {
        write("1.java", java("a1", "", "op.addColumn(\"author\", column(\"email\", varchar(255)));"));
        write("2.sql", SQL);
        write("package-info.java", "package com.example.versions;");
        write(
                "Shared.java",
                "package com.example.versions; class Shared { String s = \"class X implements Migration\"; }");

        Scripts scripts = load();

        assertThat(scripts.graph().heads())
                .extracting(each -> each.id().value())
                .containsExactly("b2");
        assertThat(scripts.require(RevisionId.of("a1")).revision().message()).isEqualTo("Add email to author");
        assertThat(scripts.require(RevisionId.of("b2")).revision().message())
                .isEqualTo("Rename: the \"author\"; to writer");
        assertThat(scripts.require(RevisionId.of("b2")).file()).isEqualTo("2.sql");
    }

    @Test
    void recordsOperationsWithTheirLines() throws Exception {
        write("1.java", java("a1", "", "op.addColumn(\"author\", column(\"email\", varchar(255)));"));
        write("2.sql", SQL);

        List<Recording> recordings = load().record(List.of(RevisionId.of("a1"), RevisionId.of("b2")));

        assertThat(recordings.get(0).upgrade()).singleElement().satisfies(recorded -> {
            assertThat(recorded.operation()).isInstanceOf(AddColumn.class);
            assertThat(recorded.location()).hasToString("Optional[1.java:18]");
        });
        assertThat(recordings.get(1).upgrade()).singleElement().satisfies(recorded -> {
            assertThat(recorded.operation()).isInstanceOf(ExecuteSql.class);
            assertThat(recorded.location()).hasToString("Optional[2.sql:8]");
        });
        assertThat(recordings.get(1).downgrade().get(0).operation())
                .isEqualTo(new ExecuteSql("ALTER TABLE writer RENAME TO author;"));
    }

    @Test
    void checksumIgnoresWhiteSpaceAndComments() throws Exception {
        write("1.java", java("a1", "", "op.addColumn(\"author\", column(\"email\", varchar(255)));"));
        String before = load().record(List.of(RevisionId.of("a1"))).get(0).checksum();
        write("1.java", java("a1", "", "// why\nop.addColumn(\n    \"author\", column(\"email\", varchar(255)));"));
        String reformatted = load().record(List.of(RevisionId.of("a1"))).get(0).checksum();
        write("1.java", java("a1", "", "op.addColumn(\"author\", column(\"email\", varchar(256)));"));
        String changed = load().record(List.of(RevisionId.of("a1"))).get(0).checksum();

        assertThat(reformatted).isEqualTo(before);
        assertThat(changed).isNotEqualTo(before);
    }

    @Test
    void aBrokenJavaMigrationIsPointedAtWithTheCompilersWords() throws Exception {
        write("1.java", java("a1", "", "op.addColum(\"author\", column(\"email\", varchar(255)));"));
        Scripts scripts = load();

        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> scripts.record(List.of(RevisionId.of("a1"))));

        assertThat(failure.code()).isEqualTo(ErrorCode.MIGRATION_NOT_COMPILING);
        assertThat(failure.format())
                .contains("The migration 1.java does not compile.")
                .contains("1.java:18")
                .contains("cannot find symbol")
                .contains("op.addColum(");
    }

    @Test
    void onlyWhatMustRunIsCompiled() throws Exception {
        write("1.java", java("a1", "", "op.dropTable(\"author\");"));
        write("2.java", java("b2", "\"a1\"", "this does not compile"));

        assertThat(load().record(List.of(RevisionId.of("a1")))).hasSize(1);
    }

    @Test
    void aMigrationThatThrowsWhileItRecordsIsNamedWithItsLine() throws Exception {
        write("1.java", java("a1", "", "throw new IllegalStateException(\"no\");"));
        Scripts scripts = load();

        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> scripts.record(List.of(RevisionId.of("a1"))));

        assertThat(failure.code()).isEqualTo(ErrorCode.BROKEN_MIGRATION);
        assertThat(failure.findFact("at")).contains("1.java:18");
    }

    @Test
    void malformedHeadersAreReportedAllAtOnce() throws Exception {
        write("1.sql", "-- revision: a1\n-- up\nDROP TABLE t;\n");
        write("2.sql", "-- revison: b2\n-- upgrade\n-- downgrade\n");
        write("3.java", java("c3", "", "").replace("created = \"2026", "created = \"yesterday 2026"));
        write("4.java", java("d4", "", "").replaceAll("@Revision\\(id = \"d4\".*\\)", ""));

        AludelException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_HEADER);
        assertThat(failure.format())
                .contains("1.sql:3")
                .contains("SQL stands before")
                .contains("2.sql:1")
                .contains("`revison` is not a key")
                .contains("3.java:14")
                .contains("not a point in time")
                .contains("4.java")
                .contains("is a Migration without @Revision");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithTheLine() throws Exception {
        byte[] latin = SQL.replace("writer", "\u00e9crivain").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(directory.resolve("1.sql"), latin);

        AludelException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
        assertThat(failure.findFact("at")).contains("1.sql:4");
    }

    @Test
    void twoFilesWithOneIdAreBothNamed() throws Exception {
        write("1.sql", SQL.replace("-- down:     a1\n", ""));
        write("2.sql", SQL.replace("-- down:     a1\n", ""));

        AludelException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.DUPLICATE_REVISION);
        assertThat(failure.format()).contains("1.sql").contains("2.sql");
    }

    @Test
    void aMissingParentAndACycleAreRefused() throws Exception {
        write("1.sql", SQL);
        assertThat(failure().code()).isEqualTo(ErrorCode.MISSING_PARENT);
        write("2.sql", SQL.replace("revision: b2", "revision: a1").replace("down:     a1", "down: b2"));
        assertThat(failure().code()).isEqualTo(ErrorCode.CYCLE);
    }

    @Test
    void problemsOfTheGraphAreNamedWithTheirLines() throws Exception {
        write(
                "1.java",
                java("a1", "\"b2\"", "").replace("@Revision(id = \"a1\", ", "@Revision(\n    id = \"a1\",\n    "));
        write("2.sql", SQL.replace("-- created", "-- depends-on: zz\n-- branch-labels: head\n-- created"));
        write("3.sql", SQL.replace("-- down:     a1\n", ""));

        AludelException failure = failure();

        assertThat(failure.findFact("at")).contains("2.sql:1\n3.sql:1");
        assertThat(failure.facts())
                .filteredOn(fact -> fact.label().equals("also"))
                .extracting(AludelException.Fact::text)
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("zz").endsWith("2.sql:3"),
                        label -> assertThat(label).contains("'head'").endsWith("2.sql:4"),
                        cycle -> assertThat(cycle).contains("Cycle").endsWith("1.java:16\n2.sql:2"));
    }

    @Test
    void problemsOfReadingAndOfTheGraphAreReportedTogether() throws Exception {
        write("1.sql", "-- revision: a1\n-- upgrade\n");
        write("2.sql", SQL);
        write("3.sql", SQL.replace("-- created", "-- branch-labels: head\n-- created"));
        write("4.sql", SQL.replace("revision: b2", "revision: c3").replace("down:     a1", "down:     c3"));

        AludelException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_HEADER);
        assertThat(failure.format())
                .contains("1.sql:2", "Revision b2 is present more than once.", "2.sql:1", "3.sql:1")
                .contains("Self-loop is detected in revisions (c3 -> c3).", "4.sql:2")
                .doesNotContain("is not present");
    }

    @Test
    void writesNewFilesAndNeverOverOldOnes() {
        Path written = scripts().write(directory.resolve("new"), "1.sql", SQL);

        assertThat(written).exists();
        AludelException failure = catchThrowableOfType(
                AludelException.class, () -> scripts().write(directory.resolve("new"), "1.sql", "other"));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNWRITABLE_FILE);
        assertThat(written).content().isEqualTo(SQL);
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        write("blocked", "a file stands here");

        AludelException failure = catchThrowableOfType(
                AludelException.class, () -> scripts().write(directory.resolve("blocked"), "1.sql", SQL));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNWRITABLE_FILE);
        assertThat(failure.format()).contains("blocked").contains("No file was written");
    }
}
