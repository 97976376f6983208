package dev.aludel.script;

import dev.aludel.migration.RecordedOperation;
import java.util.List;

/** What a script's migration recorded in both directions, and the checksum over it. */
public record Recording(
        Script script, List<RecordedOperation> upgrade, List<RecordedOperation> downgrade, String checksum) {
    public Recording {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }
}
