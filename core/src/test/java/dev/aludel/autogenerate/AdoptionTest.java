package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a model says of objects beside tables, and what it leaves to the database. */
class AdoptionTest {
    private static final SchemaObject DEPOT =
            SchemaObject.of(ObjectName.of(ObjectName.Kind.SCHEMA, "depot"), new SchemaObject.Name(Optional.empty()));

    @Test
    void typesAndSchemasOfTheModelAreCreated() {
        assertThat(differences(schema(), schema(DEPOT, stage("NEW", "OLD"))))
                .extracting(Operation::describe)
                .containsExactly("create schema depot", "create type stage as enum (NEW, OLD)");
    }

    @Test
    void theOrderOfAnEnumsValuesIsTheDatabases() {
        assertThat(differences(schema(stage("OLD", "NEW")), schema(stage("NEW", "OLD"))))
                .isEmpty();
    }

    @Test
    void newValuesOfAnEnumComeLast() {
        assertThat(adopted(schema(stage("OLD", "NEW")), schema(stage("BROKEN", "NEW", "OLD")))
                        .objects())
                .containsExactly(stage("OLD", "NEW", "BROKEN"));
    }

    @Test
    void objectsThatTheModelDoesNotKnowStay() {
        SchemaObject view = SchemaObject.view(TableName.of("recent"), "select 1");
        SchemaObject explained = DEPOT.withComment(Optional.of("in the cellar"));

        assertThat(differences(schema(explained, view), schema(DEPOT))).isEmpty();
    }

    @Test
    void aNewTableThatCountsGetsItsRow() {
        Table counter = new Table(
                TableName.of("ticket_seq"),
                List.of(Column.of("next_val", new Type.BigInt())),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of());
        MigrationDraft draft =
                MigrationDraft.between(Schema.empty(), new Schema(List.of(counter), List.of()), RenameHints.none());

        MigrationDraft filled = new CounterRows(
                        List.of(new ModelSource.Counter(TableName.of("ticket_seq"), "next_val", 1000)))
                .rewrite(draft);

        assertThat(filled.upgrade())
                .extracting(Operation::describe)
                .containsExactly("create table ticket_seq", "insert 1 row into ticket_seq");
        assertThat(filled.downgrade()).isEqualTo(draft.downgrade());
    }

    private static List<Operation> differences(Schema live, Schema model) {
        return SchemaDiff.between(live, adopted(live, model), RenameHints.none());
    }

    private static Schema adopted(Schema live, Schema model) {
        return Adoption.of(model, live);
    }

    private static Schema schema(SchemaObject... objects) {
        return Schema.empty().withObjects(List.of(objects));
    }

    private static SchemaObject stage(String... values) {
        return SchemaObject.enumType(TableName.of("stage"), List.of(values));
    }
}
