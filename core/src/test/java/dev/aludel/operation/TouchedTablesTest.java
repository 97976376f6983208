package dev.aludel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migration.Columns;
import dev.aludel.migration.Operations;
import dev.aludel.migration.RecordedOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which tables an operation says that it touches. */
class TouchedTablesTest {

    private static List<String> touched(Consumer<Operations> migration) {
        Operations op = Operations.create();
        migration.accept(op);
        List<RecordedOperation> recorded = op.recorded();
        assertThat(recorded).hasSize(1);
        return recorded.get(0).operation().tables().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theTableItself() {
        assertThat(touched(op -> op.addColumn("shop.book", Columns.column("isbn", Columns.text()))))
                .containsExactly("shop.book");
        assertThat(touched(op -> op.createIndex("ix", "book", "isbn"))).containsExactly("book");
        assertThat(touched(op -> op.backfill("book", "id").set("isbn = ''"))).containsExactly("book");
    }

    @Test
    void theTablesThatForeignKeysReferToSortedAndOnce() {
        assertThat(touched(op -> op.addForeignKey("fk", "book", "author_id").references("author", "id")))
                .containsExactly("author", "book");
        assertThat(touched(op -> op.createTable(
                        "book",
                        Columns.column("id", Columns.bigint()),
                        Columns.foreignKey("fk_1", "a").references("author", "id"),
                        Columns.foreignKey("fk_2", "b").references("author", "id"),
                        Columns.foreignKey("fk_3", "c").references("book", "id"))))
                .containsExactly("author", "book");
    }

    @Test
    void bothNamesOfARename() {
        assertThat(touched(op -> op.renameTable("writer", "author"))).containsExactly("author", "writer");
    }

    @Test
    void noneWhereTheWordsAreNotKnown() {
        assertThat(touched(op -> op.execute("DROP TABLE author"))).isEmpty();
        assertThat(touched(op -> op.createSequence("author_seq"))).isEmpty();
    }

    @Test
    void whatABackfillOverwritesDoesNotComeBack() {
        Operations op = Operations.create();
        op.backfill("author", "id").set("email_lower = lower(email)").set("seen = true");
        Operation backfill = op.recorded().get(0).operation();
        assertThat(backfill.reverse()).isEqualTo(Optional.empty());
        assertThat(backfill.describe()).isEqualTo("backfill author set email_lower = lower(email), seen = true");
    }
}
