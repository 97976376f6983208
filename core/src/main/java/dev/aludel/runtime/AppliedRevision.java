package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;
import java.util.List;

/** A row of the history: an applied revision and what it stands on, dependencies included. */
public record AppliedRevision(RevisionId id, List<RevisionId> parents) {
    public AppliedRevision {
        parents = List.copyOf(parents);
    }
}
