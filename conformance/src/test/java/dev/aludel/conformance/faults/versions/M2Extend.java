package dev.aludel.conformance.faults.versions;

import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.integer;
import static dev.aludel.migration.Columns.varchar;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Extend it. */
@Revision(id = "bb22", down = "aa11", created = "2026-03-02T10:22:41Z")
public final class M2Extend implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("book", column("author_id", integer()));
        op.addColumn("book", column("title", varchar(90)));
        op.createIndex("ix_book_title", "book", "title");
        op.renameColumn("author", "name", "full_name");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameColumn("author", "full_name", "name");
        op.dropIndex("ix_book_title", "book");
        op.dropColumn("book", "title");
        op.dropColumn("book", "author_id");
    }
}
