package dev.aludel.conformance.faults.traffic;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** Fill it, batch by batch. */
@Revision(id = "bb22", down = "aa11", created = "2026-03-01T10:22:41Z")
public final class M2FillTier implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.backfill("account", "id").set("tier = 1").batchSize(1000);
    }

    @Override
    public void downgrade(Operations op) {}
}
