package dev.aludel.conformance.faults.versions;

import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.integer;
import static dev.aludel.migration.Columns.primaryKey;
import static dev.aludel.migration.Columns.varchar;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Create the shop. */
@Revision(id = "aa11", created = "2026-03-01T10:22:41Z")
public final class M1CreateShop implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "author",
                column("id", integer()).notNull(),
                column("name", varchar(40)),
                column("updates", integer()).notNull(),
                primaryKey("pk_author", "id"));
        op.createTable("book", column("id", integer()).notNull(), primaryKey("pk_book", "id"));
        op.execute("INSERT INTO author (id, name, updates) VALUES (1, 'a', 0), (2, 'b', 0), (3, 'c', 0), (4, 'd', 0),"
                + " (5, 'e', 0), (6, 'f', 0), (7, 'g', 0)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("book");
        op.dropTable("author");
    }
}
