package dev.aludel.operation;

import static dev.aludel.migration.Columns.bigint;
import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.foreignKey;
import static dev.aludel.migration.Columns.primaryKey;
import static dev.aludel.migration.Columns.text;
import static dev.aludel.migration.Columns.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migration.Operations;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What operations with options do to a schema, and how they are undone. */
class PatientOperationsTest {
    private static final Schema SHOP = fold(Schema.empty(), op -> {
        op.createTable(
                "author",
                column("id", bigint()).notNull(),
                column("email", text()),
                primaryKey("pk_author", "id"),
                unique("uk_author", "email"));
        op.createTable(
                "book",
                column("author_id", bigint()),
                foreignKey("fk_id", "author_id").references("author", "id"),
                foreignKey("fk_email", "author_id").references("author", "email"));
        op.createSequence("s");
    });

    private static List<Operation> said(Consumer<Operations> migration) {
        Operations op = Operations.create();
        migration.accept(op);
        return op.recorded().stream().map(RecordedOperation::operation).toList();
    }

    private static Schema fold(Schema before, Consumer<Operations> migration) {
        Schema after = before;
        for (Operation operation : said(migration)) {
            after = operation.applyTo(after);
        }
        return after;
    }

    private static Table book(Schema schema) {
        return schema.findTable(TableName.of("book")).orElseThrow();
    }

    @Test
    void whatIsThereStaysAsItIs() {
        assertThat(fold(SHOP, op -> {
                    op.createTable("author").ifNotExists();
                    op.addColumn("author", column("email", bigint())).ifNotExists();
                    op.createSequence("s").start(5).ifNotExists();
                }))
                .isEqualTo(SHOP);
        Schema indexed = fold(SHOP, op -> op.createIndex("ix", "author", "email"));
        assertThat(fold(indexed, op -> op.createIndex("ix", "author", "id").ifNotExists()))
                .isEqualTo(indexed);
    }

    @Test
    void whatIsGoneNeedNotGo() {
        assertThat(fold(SHOP, op -> {
                    op.dropTable("nobody").ifExists();
                    op.dropColumn("author", "nothing").ifExists();
                    op.dropConstraint("nothing", "author").ifExists();
                    op.dropIndex("nothing", "author").ifExists();
                    op.dropSequence("nothing").ifExists();
                }))
                .isEqualTo(SHOP);
    }

    @Test
    void aCascadeTakesTheForeignKeysThatRefer() {
        assertThat(book(fold(SHOP, op -> op.dropTable("author").cascade())).constraints())
                .isEmpty();
        assertThat(book(fold(SHOP, op -> op.dropColumn("author", "email").cascade()))
                        .constraints())
                .extracting(constraint -> constraint.name().orElseThrow())
                .containsExactly("fk_id");
        assertThat(book(fold(
                                SHOP,
                                op -> op.dropConstraint("pk_author", "author").cascade()))
                        .constraints())
                .extracting(constraint -> constraint.name().orElseThrow())
                .containsExactly("fk_email");
    }

    @Test
    void aKeyTakesItsIndex() {
        Schema after = fold(SHOP, op -> {
            op.createIndex("ix", "book", "author_id").unique();
            op.addUnique("uk", "book", "author_id").usingIndex("ix");
        });
        assertThat(book(after).indexes()).isEmpty();
        assertThat(book(after).findConstraint("uk")).isPresent();
    }

    @Test
    void sequencesChangeOnlyInWhatIsSaid() {
        Schema after = fold(SHOP, op -> {
            op.alterSequence("s").increment(50);
            op.alterSequence("s").restart(3).cache(9);
            op.renameSequence("s", "s2");
        });
        assertThat(after.sequences())
                .extracting(sequence -> sequence.describe())
                .containsExactly("s2 start 1 increment 50");
    }

    @Test
    void theWayBackIsAsPatient() {
        assertBack(
                op -> op.createTable("t").ifNotExists(), op -> op.dropTable("t").ifExists());
        assertBack(
                op -> op.addColumn("t", column("c", text())).ifNotExists(),
                op -> op.dropColumn("t", "c").ifExists());
        assertBack(
                op -> op.createIndex("ix", "t", "c").concurrently().ifNotExists(),
                op -> op.dropIndex("ix", "t").concurrently().ifExists());
        assertBack(
                op -> op.createSequence("s").ifNotExists(),
                op -> op.dropSequence("s").ifExists());
        assertBack(
                op -> op.createSchema("shop").ifNotExists(),
                op -> op.dropSchema("shop").ifExists());
        assertBack(
                op -> op.createExtension("x").ifNotExists(),
                op -> op.dropExtension("x").ifExists());
        assertBack(op -> op.createEnum("mood", "sad"), op -> op.dropType("mood"));
        assertBack(op -> op.createView("v", "SELECT 1"), op -> op.dropView("v"));
        assertBack(
                op -> op.createMaterializedView("v", "SELECT 1").ifNotExists(),
                op -> op.dropMaterializedView("v").ifExists());
        assertBack(op -> op.createFunction("f(int)", "CREATE …"), op -> op.dropFunction("f(int)"));
        assertBack(op -> op.createTrigger("g", "t", "CREATE …"), op -> op.dropTrigger("g", "t"));
        assertBack(op -> op.addExclusion("ex", "t", "a WITH ="), op -> op.dropConstraint("ex", "t"));
        assertBack(op -> op.renameSequence("s", "s2"), op -> op.renameSequence("s2", "s"));
        assertBack(op -> op.renameSchema("shop", "store"), op -> op.renameSchema("store", "shop"));
        assertBack(op -> op.renameView("shop.v", "w"), op -> op.renameView("shop.w", "v"));
        assertBack(op -> op.renameEnumValue("mood", "a", "b"), op -> op.renameEnumValue("mood", "b", "a"));
    }

    private static void assertBack(Consumer<Operations> forth, Consumer<Operations> back) {
        Operation undone = said(forth).get(0).reverse().orElseThrow();
        assertThat(undone.describe()).isEqualTo(said(back).get(0).describe());
        assertThat(undone.getClass()).isEqualTo(said(back).get(0).getClass());
        assertThat(patience(undone)).isEqualTo(patience(said(back).get(0)));
        assertThat(undone.reverse()).isPresent();
    }

    private static String patience(Operation operation) {
        return operation
                .toString()
                .replaceAll("dropped=.*, (concurrently=\\w+, options|options)=(DropOptions)", "$1=$2");
    }

    @Test
    void someThingsHaveNoWayBack() {
        List<Operation> operations = said(op -> {
            op.truncate("t");
            op.bulkInsert("t", "id").row(1);
            op.addEnumValue("mood", "calm");
            op.createView("v", "SELECT 1").orReplace();
            op.refreshMaterializedView("v");
            op.validateConstraint("ck", "t");
            op.alterSequence("s").restart(1);
            op.dropView("v");
        });
        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation.reverse()).isEqualTo(Optional.empty()));
        assertThat(fold(
                        SHOP,
                        op -> operations.stream()
                                .filter(operation -> !(operation instanceof SetSequence))
                                .forEach(op::record)))
                .isEqualTo(SHOP);
    }

    @Test
    void whatLosesRowsSaysSo() {
        assertThat(said(op -> {
                    op.truncate("t");
                    op.dropSchema("shop").cascade();
                    op.dropType("mood").cascade();
                }))
                .allMatch(Operation::destructive);
        assertThat(said(op -> {
                    op.dropSchema("shop");
                    op.dropView("v");
                    op.dropIndex("ix", "t");
                    op.bulkInsert("t", "id");
                }))
                .noneMatch(Operation::destructive);
    }

    @Test
    void theTablesOfObjectsAreThoseThatTheyName() {
        assertThat(said(op -> op.dropTrigger("g", "shop.t")).get(0).tables())
                .containsExactly(TableName.of("shop", "t"));
        assertThat(said(op -> op.createView("v", "SELECT 1")).get(0).tables()).containsExactly(TableName.of("v"));
        assertThat(said(op -> op.dropFunction("f(int)")).get(0).tables()).isEmpty();
        assertThat(said(op -> op.truncate("b", "a", "b")).get(0).tables())
                .containsExactly(TableName.of("a"), TableName.of("b"));
    }

    @Test
    void aRoutinesSignatureIsItsNameAndItsArguments() {
        assertThat(ObjectName.routine(Kind.FUNCTION, "shop.total(int, text)"))
                .isEqualTo(
                        new ObjectName(Kind.FUNCTION, TableName.of("shop", "total"), "(int, text)", Optional.empty()));
        assertThat(ObjectName.routine(Kind.PROCEDURE, "settle").arguments()).isEmpty();
    }
}
