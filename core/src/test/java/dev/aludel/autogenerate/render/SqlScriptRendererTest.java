package dev.aludel.autogenerate.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Change;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SqlScriptRendererTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:22:41Z");

    private final SqlScriptRenderer renderer = new SqlScriptRenderer(Dialects.forProduct("PostgreSQL"));

    @Test
    void looksAsAPersonWouldWriteIt() {
        Column id = Column.of("id", new Type.BigInt());
        Column email = Column.of("email", new Type.Varchar(OptionalInt.of(255)));
        Column name = Column.of("name", new Type.Text()).withNullable(false);
        Table author = Table.of(TableName.of("author"), List.of(id));
        MigrationDraft draft = MigrationDraft.between(
                new Schema(List.of(author), List.of()),
                new Schema(List.of(author.withColumns(List.of(id, email, name))), List.of()),
                RenameHints.none());
        RevisionHeader header = new RevisionHeader(
                "3f1a2b7c9d01",
                List.of("9c0d11aa42be", "7aa901f3bb10"),
                List.of("billing"),
                List.of("shop"),
                CREATED,
                "Add email\nfield to Author");

        assertThat(renderer.render(header, draft)).isEqualTo("""
                        -- revision: 3f1a2b7c9d01
                        -- down:     9c0d11aa42be, 7aa901f3bb10
                        -- depends-on: billing
                        -- branch-labels: shop
                        -- created:  2026-03-01T10:22:41Z
                        -- message:  Add email field to Author

                        -- upgrade
                        ALTER TABLE author ADD COLUMN email varchar(255);

                        -- fails if the table has rows: author.name is not null and has no default
                        ALTER TABLE author ADD COLUMN name text NOT NULL;

                        -- downgrade
                        -- destructive: drops the column author.name and its data
                        ALTER TABLE author DROP COLUMN name;

                        -- destructive: drops the column author.email and its data
                        ALTER TABLE author DROP COLUMN email;
                        """);
    }

    @Test
    void aTextThatWouldBeginASectionIsRefused() {
        CommentOnTable comment =
                new CommentOnTable(TableName.of("author"), Change.to(Optional.of("one\n -- Downgrade \ntwo")));
        RevisionHeader header = new RevisionHeader("a1", List.of(), List.of(), List.of(), CREATED, "Comment");

        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> renderer.render(header, new MigrationDraft(List.of(comment), List.of(), List.of())));

        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_SQL);
        assertThat(failure.what()).contains("comment on table author");
    }
}
