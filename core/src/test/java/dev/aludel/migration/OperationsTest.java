package dev.aludel.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.TableName;
import dev.aludel.script.ScriptDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said through {@code op}, and where it was said. */
class OperationsTest {

    @TempDir
    Path directory;

    private static List<Operation> operations(Operations op) {
        return op.recorded().stream().map(RecordedOperation::operation).toList();
    }

    /** A project's own operation: it records others, and knows the arguments of the run. */
    private record Audited(String table) implements CustomOperation {
        @Override
        public void record(Operations op) {
            op.addColumn(table, Columns.column("created_at", Columns.timestamp()));
            op.execute(
                    "COMMENT ON TABLE " + table + " IS '" + op.argument("owner").orElse("nobody") + "'");
        }
    }

    @Test
    void aCustomOperationIsRecordedAsItsPartsInPlace() {
        Operations op = Operations.of(OperationsTest.class, "M.java", Map.of("owner", "sales"));
        op.dropTable("old");
        op.invoke(new Audited("author"));
        op.dropTable("older");
        assertThat(operations(op))
                .extracting(Operation::describe)
                .containsExactly(
                        "drop table old",
                        "add column author.created_at timestamp",
                        "execute COMMENT ON TABLE author IS 'sales'",
                        "drop table older");
        assertThat(op.recorded().get(2).location()).isPresent();
    }

    @Test
    void anArgumentThatWasNotGivenIsEmpty() {
        Operations op = Operations.of(OperationsTest.class, "M.java", Map.of("tenant", "blue"));
        assertThat(op.argument("tenant")).contains("blue");
        assertThat(op.argument("tenants")).isEmpty();
        assertThat(Operations.create().argument("tenant")).isEmpty();
    }

    @Test
    void aBackfillHasWhatItWasTold() {
        Operations op = Operations.create();
        op.backfill("shop.author", "id")
                .set("email_lower = lower(email)")
                .set("seen = true")
                .where("email_lower is null")
                .batchSize(500);
        op.backfill("author", "id").set("seen = true");
        assertThat(operations(op))
                .containsExactly(
                        new Backfill(
                                TableName.of("shop", "author"),
                                "id",
                                List.of("email_lower = lower(email)", "seen = true"),
                                Optional.of("email_lower is null"),
                                500),
                        new Backfill(TableName.of("author"), "id", List.of("seen = true"), Optional.empty(), 10_000));
    }

    @Test
    void whatIsMissingAtTheEndBelongsToTheLineThatBeganIt() throws IOException {
        assertRefused("op.backfill(\"author\", \"id\");", "The backfill of author assigns nothing.");
        assertRefused(
                "op.addForeignKey(\"fk_book_author\", \"book\", \"author_id\");",
                "The foreign key fk_book_author references no table.");
    }

    @Test
    void whatIsWrongAtOnceBelongsToItsOwnLine() throws IOException {
        assertRefused("op.backfill(\"author\", \"id\").batchSize(0);", "The backfill of author has a batch size of 0.");
    }

    @Test
    void rowsThatDoNotFitAreRefusedWhereTheyStand() throws IOException {
        assertRefused(
                "op.bulkInsert(\"author\", \"id\", \"name\").row(1, \"Ursula\").row(2);",
                "Row 2 for author has 1 value for 2 columns (id, name).");
        assertRefused(
                "op.bulkInsert(\"author\", \"id\").row(1, null);", "Row 1 for author has 2 values for 1 column (id).");
        assertRefused(
                "op.bulkInsert(\"author\", \"id\").row(new StringBuilder());",
                "Row 1 for author has a value of the type java.lang.StringBuilder for id, for which there is no literal.");
        assertRefused("op.bulkInsert(\"author\");", "The insert into author names no column.");
    }

    @Test
    void wordsThatDoNotFitTogetherAreRefused() throws IOException {
        assertRefused(
                "op.createTable(\"t\", column(\"a\", text()), index(\"ix\", \"a\").concurrently());",
                "The index ix (a) of a new table has words of a later index.");
        assertRefused(
                "op.createTable(\"t\", column(\"a\", text()), unique(\"uk\", \"a\").usingIndex(\"ix\"));",
                "The key uk of a new table cannot use an index that exists.");
        assertRefused(
                "op.addPrimaryKey(\"pk\", \"t\", \"a\").nullsNotDistinct();",
                "The primary key pk has no nulls that could be equal.");
        assertRefused(
                "op.addExclusion(\"ex\", \"t\").using(\"gist\");", "The exclusion constraint ex excludes nothing.");
        assertRefused("op.createSequence(\"s\").restart(5);", "The new sequence s cannot restart.");
        assertRefused("op.alterSequence(\"s\");", "Nothing of the sequence s is altered.");
    }

    private void assertRefused(String line, String what) throws IOException {
        String source = """
                import dev.aludel.migration.*;
                import static dev.aludel.migration.Columns.*;

                @Revision(id = "aaaa11112222", message = "one")
                public class M_one implements Migration {
                    public void upgrade(Operations op) {
                        op.dropTable("old");
                        %s
                    }
                    public void downgrade(Operations op) {}
                }
                """.formatted(line);
        Files.writeString(directory.resolve("M_one.java"), source);
        ScriptDirectory scripts = new ScriptDirectory(List.of(directory), directory);
        assertThatThrownBy(() -> scripts.load(() -> System.getProperty("java.class.path"), getClass()::getClassLoader)
                        .record(List.of(RevisionId.of("aaaa11112222"))))
                .isInstanceOfSatisfying(AludelException.class, refused -> {
                    assertThat(refused.what()).isEqualTo(what);
                    assertThat(refused.findFact("at")).contains("M_one.java:8");
                    assertThat(refused.findFact("state")).contains("Nothing was run; the database is as it was.");
                    assertThat(refused.findFact("do")).isPresent();
                });
    }

    @Test
    void sqlOfAFileKeepsTheFilesPlace() {
        Operations op = Operations.create();
        op.execute("select 1", new Location("a.sql", 7, true));
        assertThat(op.recorded())
                .containsExactly(
                        new RecordedOperation(new ExecuteSql("select 1"), Optional.of(new Location("a.sql", 7, true))));
    }
}
