package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/** What is written into the history when a revision is applied; {@code downgradeSql} is empty where SQL cannot undo it. */
record HistoryRow(
        RevisionId id,
        List<RevisionId> parents,
        String message,
        Optional<String> checksum,
        String appliedBy,
        long durationMillis,
        int statements,
        Optional<String> downgradeSql) {}
