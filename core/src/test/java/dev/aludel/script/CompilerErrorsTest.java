package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads when a Java migration does not compile. */
class CompilerErrorsTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path directory;

    private void write(String id, String body) throws Exception {
        Files.writeString(directory.resolve("M_" + id + ".java"), """
                import static dev.aludel.migration.Columns.column;
                import dev.aludel.migration.*;

                /** Test. */
                @Revision(id = "%s")
                public final class M_%s implements Migration {
                    public void upgrade(Operations op) {
                        %s
                    }
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, id, body));
    }

    private AludelException failure(String... ids) {
        Scripts scripts =
                new ScriptDirectory(List.of(directory), directory).load(() -> CLASS_PATH, getClass()::getClassLoader);
        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> scripts.record(Stream.of(ids).map(RevisionId::of).toList()));
        assertThat(failure.code()).isEqualTo(ErrorCode.MIGRATION_NOT_COMPILING);
        return failure;
    }

    private String at(String body) throws Exception {
        write("a1", body);
        return failure("a1").findFact("at").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"package a\\b;", "package \\u005cu0022;", "package a b;", "package %zz;"})
    void aPackageThatIsNoName(String declaration) throws Exception {
        write("a1", "");
        Path file = directory.resolve("M_a1.java");
        Files.writeString(file, declaration + "\n" + Files.readString(file));

        assertThat(failure("a1").findFact("at").orElseThrow()).startsWith("M_a1.java:1");
    }

    @Test
    void aMistypedOperation() throws Exception {
        write("a1", "op.addColum(\"author\", column(\"email\", null));");

        assertThat(failure("a1").format()).isEqualTo("""
                SCR-002  The migration M_a1.java does not compile.
                  at     M_a1.java:8
                           cannot find symbol
                             symbol:   method addColum(String,ColumnDefinition)
                             location: variable op of type Operations
                           | op.addColum("author", column("email", null));
                           |   ^
                           Did you mean `addColumn` or `addCheck`?
                  state  Nothing was run; the database is as it was.
                  do     Correct the file and run the same command again. What `op` offers: docs/reference/operations.md.""");
    }

    @Test
    void anOperationThatIsLikeNone() throws Exception {
        assertThat(at("op.frobnicate();"))
                .contains("op has: addCheck, addColumn, ")
                .doesNotContain("recorded");
    }

    @Test
    void aMistypedWordOfAColumn() throws Exception {
        assertThat(at("op.addColumn(\"author\", column(\"email\", null).notNul());"))
                .endsWith("Did you mean `notNull`?");
    }

    @Test
    void aWordThatIsNotImported() throws Exception {
        assertThat(at("op.addColumn(\"author\", column(\"email\", varchar(255)));"))
                .endsWith("Add `import static dev.aludel.migration.Columns.varchar;`.");
    }

    @Test
    void aMistypedType() throws Exception {
        assertThat(at("op.addColumn(\"author\", column(\"email\", varchr(255)));"))
                .contains("Did you mean `varchar`");
    }

    @Test
    void anOperationWithoutOp() throws Exception {
        assertThat(at("dropTable(\"author\");")).endsWith("It is a word of `op`: write `op.dropTable`.");
    }

    @Test
    void aClassThatIsNotImported() throws Exception {
        assertThat(at("List<String> names;")).endsWith("Add `import java.util.List;`.");
    }

    @Test
    void aMissingSemicolon() throws Exception {
        assertThat(at("op.dropTable(\"author\")\n\top.dropTable(\"book\");")).isEqualTo("""
                M_a1.java:8
                  ';' expected
                  | op.dropTable("author")
                  |                       ^
                  Put a `;` where the mark is.""");
    }

    @Test
    void aClassOfTheProjectThatIsNotThere() throws Exception {
        assertThat(at("com.example.shop.Ids.next();"))
                .contains("package com.example.shop does not exist")
                .endsWith("It is not on the project's class path, or not compiled yet.");
    }

    @Test
    void whatTheCompilerSaysBetterItself() throws Exception {
        assertThat(at("int count = \"three\";")).isEqualTo("""
                M_a1.java:8
                  incompatible types: String cannot be converted to int
                  | int count = "three";
                  |             ^""");
    }

    @Test
    void aSlipInOneFileDoesNotHideWhatIsWrongInAnother() throws Exception {
        write("a1", "op.dropTable(\"author\")");
        write("b2", "op.dropTabel(\"author\");");
        write("c3", "op.dropTable(\"author\");");

        AludelException failure = failure("a1", "b2", "c3");

        assertThat(failure.what()).isEqualTo("2 migrations do not compile.");
        assertThat(failure.findFact("at").orElseThrow())
                .contains("M_a1.java:8\n  ';' expected", "M_b2.java:8\n  cannot find symbol")
                .doesNotContain("M_c3");
        assertThat(failure.findFact("do").orElseThrow()).startsWith("Correct the files and");
    }
}
