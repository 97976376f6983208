package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * A row that a step adds to the history, but for who, when and how long, which is known only when it runs.
 *
 * @param parents what the revision stands on, dependencies included
 * @param checksum over the migration's operations; empty for a stamp, which reads none
 * @param statements how many the migration has; 0 for a stamp
 * @param downgradeSql what undoes it; empty where SQL alone cannot
 */
public record PlannedRow(
        RevisionId id,
        List<RevisionId> parents,
        String message,
        Optional<String> checksum,
        int statements,
        Optional<String> downgradeSql) {
    public PlannedRow {
        parents = List.copyOf(parents);
    }
}
