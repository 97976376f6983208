package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FillingsTest {
    private static final Column NAME = Column.of("name", new Type.Text());

    private static Schema schema(Column... columns) {
        return new Schema(List.of(Table.of(TableName.of("author"), List.of(columns))), List.of());
    }

    private static MigrationDraft filled(Schema current, Schema target, Optional<String> value) {
        MigrationDraft draft = MigrationDraft.between(current, target, RenameHints.none());
        return Fillings.fill(draft, current, (table, column) -> value, name -> name);
    }

    private static List<String> upgrade(MigrationDraft draft) {
        return draft.upgrade().stream().map(Operation::describe).toList();
    }

    @Test
    void aConstantIsADefaultForAMoment() {
        Column age = Column.of("age", new Type.Int()).withNullable(false);

        MigrationDraft draft = filled(schema(NAME), schema(NAME, age), Optional.of("0"));

        assertThat(upgrade(draft))
                .containsExactly(
                        "add column author.age integer default 0 not null", "alter column author.age: no default");
        assertThat(draft.notices()).isEmpty();
        assertThat(draft.applyTo(schema(NAME))).isEqualTo(schema(NAME, age));
    }

    @Test
    void whatIsNoConstantOrTakesNoDefaultIsWrittenByAnUpdate() {
        Column mail = Column.of("mail", new Type.Text()).withNullable(false);

        MigrationDraft draft = filled(schema(NAME), schema(NAME, mail), Optional.of("'unknown'"));

        assertThat(upgrade(draft).get(0)).isEqualTo("add column author.mail text");
        assertThat(upgrade(draft).get(1)).contains("UPDATE author SET mail = 'unknown' WHERE mail IS NULL");
        assertThat(upgrade(draft).get(2)).isEqualTo("alter column author.mail: not null");
        assertThat(draft.notices()).isEmpty();
        assertThat(draft.applyTo(schema(NAME))).isEqualTo(schema(NAME, mail));
    }

    @Test
    void withoutAValueThePlaceForItIsMarked() {
        MigrationDraft draft =
                filled(schema(), schema(Column.of("age", new Type.Int()).withNullable(false)), Optional.empty());

        assertThat(upgrade(draft).get(1)).contains("UPDATE author SET age = NULL WHERE age IS NULL");
        assertThat(draft.notices())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.isAbout(draft.upgrade().get(1))).isTrue());
    }

    @Test
    void aColumnThatBecomesNotNullIsFilledBefore() {
        MigrationDraft draft = filled(schema(NAME), schema(NAME.withNullable(false)), Optional.of("'nobody'"));

        assertThat(upgrade(draft).get(0)).contains("UPDATE author SET name = 'nobody' WHERE name IS NULL");
        assertThat(upgrade(draft).get(1)).isEqualTo("alter column author.name: not null");
        assertThat(draft.notices()).isEmpty();
    }
}
