package dev.aludel.autogenerate.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JavaScriptRendererTest {
    private static final Type VARCHAR = new Type.Varchar(OptionalInt.of(255));
    private static final Column ID =
            Column.of("id", new Type.BigInt()).withNullable(false).withIdentity(Optional.of(Identity.byDefault()));

    private static RevisionHeader header(String message, String... down) {
        return new RevisionHeader(
                "3f1a2b7c9d01", List.of(down), List.of(), List.of(), Instant.parse("2026-03-01T10:22:41Z"), message);
    }

    private static Schema schema(Table... tables) {
        return new Schema(List.of(tables), List.of());
    }

    private static MigrationDraft draft(Schema current, Schema target) {
        return MigrationDraft.between(current, target, RenameHints.none());
    }

    @Test
    void looksAsAPersonWouldWriteIt() {
        Table author = Table.of(TableName.of("author"), List.of(ID));
        Table wanted = author.withColumns(List.of(ID, Column.of("email", VARCHAR)))
                .withIndexes(List.of(new Index(
                        Optional.of("ix_author_email"),
                        List.of(Index.Part.column("email")),
                        true,
                        Optional.empty(),
                        Optional.empty())));

        String text = new JavaScriptRenderer(ScriptTemplate.standardJava(), operation -> "SELECT 1")
                .render(
                        header("Add email field to Author", "9c0d11aa42be"),
                        "com.example.bookstore.storage.migrations.versions",
                        "M20260301_1022_3f1a2b7c9d01_add_email_field_to_author",
                        draft(schema(author), schema(wanted)));

        assertThat(text).isEqualTo("""
                        package com.example.bookstore.storage.migrations.versions;

                        import static dev.aludel.migration.Columns.column;
                        import static dev.aludel.migration.Columns.varchar;

                        import dev.aludel.migration.Migration;
                        import dev.aludel.migration.Operations;
                        import dev.aludel.migration.Revision;

                        /** Add email field to Author. */
                        @Revision(id = "3f1a2b7c9d01", down = "9c0d11aa42be", created = "2026-03-01T10:22:41Z")
                        public final class M20260301_1022_3f1a2b7c9d01_add_email_field_to_author implements Migration {

                            @Override
                            public void upgrade(Operations op) {
                                op.addColumn("author", column("email", varchar(255)));
                                op.createIndex("ix_author_email", "author", "email").unique();
                            }

                            @Override
                            public void downgrade(Operations op) {
                                op.dropIndex("ix_author_email", "author");
                                // destructive: drops the column author.email and its data
                                op.dropColumn("author", "email");
                            }
                        }
                        """);
    }

    @Test
    void wrapsWhatIsLong() {
        Column status = Column.of("status", VARCHAR)
                .withNullable(false)
                .withComment(Optional.of("how far it is: " + "new, accepted, printed, sold; ".repeat(5)));
        Table book = new Table(
                TableName.of("book"),
                List.of(ID, status, Column.of("author_id", new Type.BigInt())),
                List.of(
                        new Constraint.PrimaryKey(Optional.empty(), List.of("id")),
                        new Constraint.ForeignKey(
                                Optional.empty(),
                                List.of("author_id"),
                                TableName.of("author"),
                                List.of("id"),
                                Constraint.Action.CASCADE,
                                Constraint.Action.NO_ACTION)),
                List.of(),
                Optional.of("what we sell"));

        assertThat(body(draft(Schema.empty(), schema(book)))).isEqualTo("""
                                op.createTable(
                                                "book",
                                                column("id", bigint()).notNull().identity(),
                                                column("status", varchar(255))
                                                        .notNull()
                                                        .comment("how far it is: new, accepted, printed, sold; new, accepted, printed, sold;"
                                                                + " new, accepted, printed, sold; new, accepted, printed, sold; new, accepted,"
                                                                + " printed, sold; "),
                                                column("author_id", bigint()),
                                                primaryKey("pk_book", "id"),
                                                foreignKey("fk_book_author_id_author", "author_id")
                                                        .references("author", "id")
                                                        .onDelete(CASCADE))
                                        .comment("what we sell");
                        """);
    }

    @Test
    void saysWhatAReaderMustNotMiss() {
        Table author = Table.of(TableName.of("author"), List.of(ID, Column.of("name", VARCHAR)));
        Table wanted = Table.of(
                TableName.of("author"),
                List.of(ID, Column.of("full_name", VARCHAR).withNullable(false)));

        assertThat(body(draft(schema(author), schema(wanted)))).isEqualTo("""
                        // fails if the table has rows: author.full_name is not null and has no default
                        op.addColumn("author", column("full_name", varchar(255)).notNull());
                        // destructive: drops the column author.name and its data
                        // if this is a rename, keep the data: --rename author.name:full_name (score 84: same type, similar name, same place)
                        op.dropColumn("author", "name");
                        """.indent(8));
    }

    @Test
    void saysTheWholeHeader() {
        RevisionHeader header = new RevisionHeader(
                "3f1a2b7c9d01",
                List.of("9c0d11aa42be", "7aa901f3bb10"),
                List.of("billing"),
                List.of("shop", "web"),
                Instant.parse("2026-03-01T10:22:41Z"),
                "Join the two. Really");

        assertThat(new JavaScriptRenderer(ScriptTemplate.standardJava(), operation -> "SELECT 1")
                        .render(header, "", "M", MigrationDraft.empty()))
                .isEqualTo("""
                        import dev.aludel.migration.Migration;
                        import dev.aludel.migration.Operations;
                        import dev.aludel.migration.Revision;

                        /** Join the two. Really. */
                        @Revision(
                                id = "3f1a2b7c9d01",
                                down = {"9c0d11aa42be", "7aa901f3bb10"},
                                dependsOn = "billing",
                                branchLabels = {"shop", "web"},
                                created = "2026-03-01T10:22:41Z",
                                message = "Join the two. Really")
                        public final class M implements Migration {

                            @Override
                            public void upgrade(Operations op) {}

                            @Override
                            public void downgrade(Operations op) {}
                        }
                        """);
    }

    @Test
    void aNameThatTheDslWouldMisreadIsRefused() {
        MigrationDraft draft = new MigrationDraft(
                List.of(new CreateTable(Table.of(TableName.of("a.b"), List.of(ID)))), List.of(), List.of());

        AludelException failure = catchThrowableOfType(AludelException.class, () -> body(draft));

        assertThat(failure.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(failure.what()).contains("a.b");
    }

    /** The statements of the upgrade. */
    private static String body(MigrationDraft draft) {
        String text = new JavaScriptRenderer(ScriptTemplate.standardJava(), operation -> "SELECT 1")
                .render(header("Test"), "", "M", draft);
        String from = "upgrade(Operations op) {\n";
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf("    }\n", start));
    }
}
