package dev.aludel.conformance.faults.traffic;

import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.Revision;

/** And for old ones. */
@Revision(id = "dd44", down = "cc33", created = "2026-03-01T10:22:41Z")
public final class M4Keep implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.validateConstraint("ck_account_tier", "account");
        op.validateConstraint("fk_account_owner", "account");
    }

    @Override
    public void downgrade(Operations op) {}
}
