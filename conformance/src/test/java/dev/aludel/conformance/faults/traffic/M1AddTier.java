package dev.aludel.conformance.faults.traffic;

import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.integer;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** A column that may be empty. */
@Revision(id = "aa11", created = "2026-03-01T10:22:41Z")
public final class M1AddTier implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("account", column("tier", integer()));
    }

    @Override
    public void downgrade(Operations op) {}
}
