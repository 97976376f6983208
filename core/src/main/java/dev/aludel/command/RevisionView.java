package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.Optional;
import java.util.Set;

/** A revision as people and machines see it listed; {@code applied} is empty when the database was not asked. */
public record RevisionView(
        Revision revision,
        boolean head,
        boolean effectiveHead,
        boolean branchPoint,
        boolean mergePoint,
        Optional<Boolean> applied,
        boolean current) {

    static RevisionView of(Revision revision, RevisionGraph graph) {
        return of(revision, graph, Optional.empty(), Set.of());
    }

    static RevisionView of(
            Revision revision, RevisionGraph graph, Optional<Set<RevisionId>> applied, Set<RevisionId> rows) {
        RevisionId id = revision.id();
        boolean head = graph.isHead(id);
        return new RevisionView(
                revision,
                head,
                head && !graph.isImpliedHead(id),
                graph.isBranchPoint(id),
                revision.isMergePoint(),
                applied.map(ids -> ids.contains(id)),
                rows.contains(id));
    }
}
