package com.example.bookstore.storage.migrations.versions;

import static dev.aludel.migration.Columns.bigint;
import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.date;
import static dev.aludel.migration.Columns.foreignKey;
import static dev.aludel.migration.Columns.index;
import static dev.aludel.migration.Columns.numeric;
import static dev.aludel.migration.Columns.primaryKey;
import static dev.aludel.migration.Columns.unique;
import static dev.aludel.migration.Columns.varchar;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Initial migration. */
@Revision(id = "e3cfa5ad39c1", created = "2026-11-23T01:41:30Z")
public final class M20261123_0141_e3cfa5ad39c1_initial_migration implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "author",
                column("id", bigint()).notNull().identity(),
                column("name", varchar(255)).notNull(),
                primaryKey("pk_author", "id"));
        op.createTable(
                "book",
                column("id", bigint()).notNull().identity(),
                column("title", varchar(255)).notNull(),
                column("isbn", varchar(13)),
                column("author_id", bigint()).notNull(),
                column("published", date()),
                column("price", numeric(10, 2)),
                primaryKey("pk_book", "id"),
                unique("uq_book_isbn", "isbn"),
                foreignKey("fk_book_author", "author_id").references("author", "id"),
                index("ix_book_author_id", "author_id"));
    }

    @Override
    public void downgrade(Operations op) {
        // destructive: drops the table book and all its rows
        op.dropTable("book");
        // destructive: drops the table author and all its rows
        op.dropTable("author");
    }
}
