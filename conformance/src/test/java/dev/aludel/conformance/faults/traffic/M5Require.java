package dev.aludel.conformance.faults.traffic;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** The check has shown that no value is missing. */
@Revision(id = "ee55", down = "dd44", created = "2026-03-01T10:22:41Z")
public final class M5Require implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("account", "tier").notNull();
    }

    @Override
    public void downgrade(Operations op) {}
}
