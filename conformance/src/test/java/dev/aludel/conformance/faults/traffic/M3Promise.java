package dev.aludel.conformance.faults.traffic;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** What holds for new rows. */
@Revision(id = "cc33", down = "bb22", created = "2026-03-01T10:22:41Z")
public final class M3Promise implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addCheck("ck_account_tier", "account", "tier IS NOT NULL").notValid();
        op.addForeignKey("fk_account_owner", "account", "owner_id")
                .references("owner", "id")
                .notValid();
    }

    @Override
    public void downgrade(Operations op) {}
}
