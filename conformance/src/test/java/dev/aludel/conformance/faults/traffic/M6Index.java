package dev.aludel.conformance.faults.traffic;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Find accounts by owner. */
@Revision(id = "ff66", down = "ee55", created = "2026-03-01T10:22:41Z")
public final class M6Index implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createIndex("ix_account_owner", "account", "owner_id").concurrently();
    }

    @Override
    public void downgrade(Operations op) {}
}
