package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenameHintsTest {

    private static Table table(String name, String... columns) {
        return Table.of(
                TableName.parse(name),
                Arrays.stream(columns)
                        .map(column -> Column.of(column, new Type.Text()))
                        .toList());
    }

    private static Schema schema(Table... tables) {
        return new Schema(List.of(tables), List.of());
    }

    private static List<String> upgrade(Schema current, Schema target, String... hints) {
        MigrationDraft draft = MigrationDraft.between(current, target, RenameHints.parse(List.of(hints)));
        Schema after = SchemaDiffPropertyTest.fold(current, draft.upgrade());
        assertThat(Canonical.of(after)).isEqualTo(Canonical.of(target));
        assertThat(Canonical.of(SchemaDiffPropertyTest.fold(after, draft.downgrade())))
                .isEqualTo(Canonical.of(current));
        return draft.upgrade().stream().map(Operation::describe).toList();
    }

    private static AludelException failure(Schema current, Schema target, String... hints) {
        return catchThrowableOfType(AludelException.class, () -> upgrade(current, target, hints));
    }

    @Test
    void aTableAndItsColumnAreRenamedTogether() {
        Schema current = schema(table("author", "id", "name"));
        Schema target = schema(table("writer", "id", "full_name"));
        List<String> renames = List.of("rename table author to writer", "rename column writer.name to full_name");

        assertThat(upgrade(current, target, "author:writer", "writer.name:full_name"))
                .isEqualTo(renames);
        assertThat(upgrade(current, target, "author.name:full_name", "author:writer"))
                .isEqualTo(renames);
    }

    @Test
    void whatDiffersBesidesIsComparedAfterTheRename() {
        Schema current = schema(table("author", "id", "name"));
        Table wanted = table("author", "id", "full_name");
        Schema target = schema(wanted.withColumns(
                List.of(wanted.columns().get(0), wanted.columns().get(1).withNullable(false))));

        assertThat(upgrade(current, target, "author.name:full_name"))
                .containsExactly("rename column author.name to full_name", "alter column author.full_name: not null");
    }

    @Test
    void namesAreSwappedByWayOfAThird() {
        assertThat(upgrade(schema(table("t", "a", "b")), schema(table("t", "a", "b")), "t.a:b", "t.b:a"))
                .containsExactly(
                        "rename column t.a to aludel_swap_a",
                        "rename column t.b to a",
                        "rename column t.aludel_swap_a to b");
        assertThat(upgrade(
                        schema(table("a", "x"), table("b", "y")),
                        schema(table("b", "x"), table("a", "y")),
                        "a:b",
                        "b:a"))
                .containsExactly(
                        "rename table a to aludel_swap_a", "rename table b to a", "rename table aludel_swap_a to b");
    }

    @Test
    void aChainIsFollowedFromItsEnd() {
        assertThat(upgrade(schema(table("t", "a", "b")), schema(table("t", "b", "c")), "t.a:b", "t.b:c"))
                .containsExactly("rename column t.b to c", "rename column t.a to b");
    }

    @Test
    void swappedNamesOfConstraintsAndIndexes() {
        Table live = table("t", "a", "b")
                .withConstraints(List.of(
                        new Constraint.Unique(Optional.of("one"), List.of("a"), false),
                        new Constraint.Check(Optional.of("check_1"), "a > b")))
                .withIndexes(List.of(Index.of("two", List.of("b")), Index.of("three", List.of("a", "b"))));
        Table wanted = table("t", "a", "b")
                .withConstraints(List.of(
                        new Constraint.Unique(Optional.of("two"), List.of("a"), false),
                        new Constraint.Check(Optional.of("check_2"), "a > b")))
                .withIndexes(List.of(Index.of("one", List.of("b")), Index.of("four", List.of("a", "b"))));

        assertThat(upgrade(schema(live), schema(wanted)))
                .containsExactly(
                        "rename constraint check_1 of t to check_2",
                        "rename index three of t to four",
                        "rename constraint one of t to aludel_swap_one",
                        "rename index two of t to one",
                        "rename constraint aludel_swap_one of t to two");
    }

    @Test
    void tablesOfASchemaAreNamedWithIt() {
        Schema current = schema(table("audit.entry", "text"), table("entry", "text"));
        Schema target = schema(table("audit.line", "words"), table("entry", "text"));

        assertThat(upgrade(current, target, "audit.entry:line", "audit.entry.text:words"))
                .containsExactly("rename table audit.entry to line", "rename column audit.line.text to words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ":", "a:", ":b", "a:b:c", ".a:b", "a.:b", "a:b.c"})
    void whatHasNoneOfTheFormsIsRefused(String hint) {
        AludelException failure = catchThrowableOfType(AludelException.class, () -> RenameHints.parse(List.of(hint)));

        assertThat(failure.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(failure.what()).isEqualTo("'" + hint + "' does not say a rename.");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Schema current = schema(table("author", "id", "name"), table("book", "id"));
        Schema target = schema(table("writer", "id", "full_name"), table("book", "id"));

        assertThat(failure(current, target, "autor:writer").format()).isEqualTo("""
                        CFG-006  --rename autor:writer cannot be followed: the database has no table autor.
                          state  No file was written and the database is as it was.
                          do     The left side is what the database has now, the right side what the models have.""");
        assertThat(failure(current, target, "author:riter").what()).contains("the models have no table riter");
        assertThat(failure(current, target, "author:book").what()).contains("has a table book already");
        assertThat(failure(current, target, "author:writer", "book:writer").what())
                .contains("they speak of one name twice");
        assertThat(failure(current, target, "author:writer", "author.nam:full_name")
                        .what())
                .contains("the database has no column writer.nam");
        assertThat(failure(current, target, "author:writer", "author.name:fullname")
                        .what())
                .contains("the models have no column writer.fullname");
        assertThat(failure(current, target, "author:writer", "author.name:id").what())
                .contains("has a column writer.id already");
        assertThat(failure(current, target, "nobody.name:full_name").what())
                .contains("the database has no column nobody.name");
        assertThat(failure(current, target, "author:writer", "author.name:full_name", "writer.name:id")
                        .what())
                .contains("they speak of one name twice");
    }

    private static Schema enums(String defaultValue, String... values) {
        Column state = Column.of("state", new Type.Native("mood"))
                .withDefaultValue(Optional.of(new DefaultValue(defaultValue)));
        SchemaObject type = new SchemaObject(
                ObjectName.of(ObjectName.Kind.TYPE, TableName.of("mood")),
                new SchemaObject.Values(List.of(values)),
                Optional.empty());
        return schema(Table.of(TableName.of("t"), List.of(state))).withObjects(List.of(type));
    }

    @Test
    void aValueOfAnEnumTypeIsRenamedWithTheDefaultsThatSayIt() {
        Schema current = enums("'glad'", "sad", "glad");
        Schema target = enums("'happy'", "sad", "happy");

        assertThat(upgrade(current, target, "mood.glad:happy"))
                .containsExactly("rename value glad of type mood to happy");
        assertThat(MigrationDraft.between(current, target, RenameHints.none()).notices())
                .extracting(Notice::text)
                .contains("if this is a rename, keep the data: --rename mood.glad:happy"
                        + " (score 50: same place, as many values)");
        assertThat(failure(current, target, "mood.merry:happy").getMessage()).contains("has no value merry");
        assertThat(failure(current, target, "mood.glad:gay").getMessage()).contains("have no value gay");
        assertThat(failure(current, target, "mood.glad:sad").getMessage()).contains("has a value sad");
    }
}
