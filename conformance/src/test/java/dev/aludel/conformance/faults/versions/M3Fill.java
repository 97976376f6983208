package dev.aludel.conformance.faults.versions;

import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.integer;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Count updates: whoever updates a row twice is found out. */
@Revision(id = "cc33", down = "bb22", created = "2026-03-03T10:22:41Z")
public final class M3Fill implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("author", column("born", integer()));
        op.backfill("author", "id").set("updates = updates + 1").batchSize(2);
    }

    @Override
    public void downgrade(Operations op) {
        op.backfill("author", "id").set("updates = updates - 1").batchSize(2);
        op.dropColumn("author", "born");
    }
}
