package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of the history, whole.
 *
 * @param parents what the revision stood on when it was applied, dependencies included
 * @param message the migration's first line; may be empty
 * @param checksum over the migration's operations; empty where it was stamped
 * @param appliedAt when it was applied, or, while it is half-done, when that began
 * @param durationMillis how long it took; 0 for a stamp
 * @param statementsDone fewer than {@code statementsTotal} only while it is half-done
 * @param progress how far the statement after those is, where it works in batches
 * @param downgradeSql what undoes it; empty where SQL alone cannot
 */
public record HistoryRow(
        RevisionId id,
        List<RevisionId> parents,
        String message,
        Optional<String> checksum,
        Status status,
        Instant appliedAt,
        String appliedBy,
        long durationMillis,
        int statementsDone,
        int statementsTotal,
        Optional<String> progress,
        String toolVersion,
        Optional<String> downgradeSql) {
    public HistoryRow {
        parents = List.copyOf(parents);
    }

    /** True while its upgrade or downgrade is begun and not finished: then it does not count as applied. */
    public boolean isHalfDone() {
        return status != Status.APPLIED;
    }
}
