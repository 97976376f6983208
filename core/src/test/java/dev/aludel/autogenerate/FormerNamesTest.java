package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.ModelSource.FormerName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormerNamesTest {
    private static final FormerName TABLE = new FormerName(TableName.of("writer"), Optional.empty(), "author");
    private static final FormerName COLUMN = new FormerName(TableName.of("writer"), Optional.of("full_name"), "name");

    private static Schema schema(String table, String... columns) {
        return new Schema(
                List.of(Table.of(
                        TableName.parse(table),
                        Arrays.stream(columns)
                                .map(column -> Column.of(column, new Type.Text()))
                                .toList())),
                List.of());
    }

    private static List<String> upgrade(Schema current, Schema target, List<String> said, FormerName... remembered) {
        RenameHints hints = RenameHints.parse(said).and(List.of(remembered), current, target);
        return MigrationDraft.between(current, target, hints).upgrade().stream()
                .map(Operation::describe)
                .toList();
    }

    private static List<String> upgrade(Schema current, Schema target, FormerName... remembered) {
        return upgrade(current, target, List.of(), remembered);
    }

    @Test
    void aTableAndItsColumnAreRenamed() {
        assertThat(upgrade(schema("author", "id", "name"), schema("writer", "id", "full_name"), COLUMN, TABLE))
                .containsExactly("rename table author to writer", "rename column writer.name to full_name");
    }

    @Test
    void aTableOutsideTheDefaultSchemaStaysInItsOwn() {
        assertThat(upgrade(
                        schema("shop.author", "name"),
                        schema("shop.writer", "full_name"),
                        new FormerName(TableName.parse("shop.writer"), Optional.empty(), "author"),
                        new FormerName(TableName.parse("shop.writer"), Optional.of("full_name"), "name")))
                .containsExactly("rename table shop.author to writer", "rename column shop.writer.name to full_name");
    }

    @Test
    void aValueOfAnEnumTypeIsRenamed() {
        Schema current = Schema.empty()
                .withObjects(List.of(SchemaObject.enumType(TableName.of("stage"), List.of("NEW", "DONE"))));
        Schema target = Schema.empty()
                .withObjects(List.of(SchemaObject.enumType(TableName.of("stage"), List.of("PLANNED", "DONE"))));

        assertThat(upgrade(current, target, new FormerName(TableName.of("stage"), Optional.of("PLANNED"), "NEW")))
                .hasSize(1)
                .first()
                .asString()
                .contains("NEW")
                .contains("PLANNED")
                .contains("rename");
    }

    @Test
    void whatTheDatabaseHasLeftBehindCountsNoMore() {
        Schema done = schema("writer", "id", "full_name");

        assertThat(upgrade(done, done, TABLE, COLUMN)).isEmpty();
        assertThat(upgrade(Schema.empty(), done, TABLE, COLUMN)).hasSize(1);
        assertThat(upgrade(schema("writer", "id", "full_name", "name"), done, COLUMN))
                .containsExactly("drop column writer.name");
        assertThat(upgrade(schema("writer", "id", "name"), schema("writer", "id", "full_name", "name"), COLUMN))
                .containsExactly("add column writer.full_name text");
    }

    @Test
    void theLatestOfSeveralFormerNamesIsTheOne() {
        Schema current = schema("writer", "first", "second");
        FormerName second = new FormerName(TableName.of("writer"), Optional.of("third"), "second");
        FormerName first = new FormerName(TableName.of("writer"), Optional.of("third"), "first");

        assertThat(upgrade(current, schema("writer", "third"), second, first))
                .containsExactlyInAnyOrder("rename column writer.second to third", "drop column writer.first");
    }

    @Test
    void whatAPersonSaysOfEitherNameCounts() {
        Schema current = schema("author", "name", "nick");
        Schema target = schema("writer", "full_name");

        for (String said : List.of("author.nick:full_name", "writer.nick:full_name")) {
            assertThat(upgrade(current, target, List.of(said), TABLE, COLUMN))
                    .containsExactlyInAnyOrder(
                            "rename table author to writer",
                            "rename column writer.nick to full_name",
                            "drop column writer.name");
        }
    }

    @Test
    void whatTwoThingsClaimIsRefused() {
        FormerName other = new FormerName(TableName.of("poet"), Optional.empty(), "author");
        Schema current = schema("author", "id");
        Schema target = new Schema(
                List.of(
                        schema("poet", "id").tables().get(0),
                        schema("writer", "id").tables().get(0)),
                List.of());

        assertThatThrownBy(() -> upgrade(current, target, other, TABLE))
                .hasMessageContaining("@RenamedFrom(\"author\") of poet, @RenamedFrom(\"author\") of writer cannot be"
                        + " followed: they speak of one name twice");
    }
}
