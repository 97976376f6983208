package dev.aludel.packaged.versions;

import static dev.aludel.migration.Columns.bigint;
import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.primaryKey;
import static dev.aludel.migration.Columns.varchar;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Create author. */
@Revision(id = "a1", created = "2026-01-01T00:00:00Z")
public final class M20260101_0000_a1_create_author implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "author",
                column("id", bigint()).notNull().identity(),
                column("name", varchar(255)).notNull(),
                primaryKey("pk_author", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("author");
    }
}
