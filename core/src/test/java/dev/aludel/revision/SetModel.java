package dev.aludel.revision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a graph means, in sets and without any regard for speed: the measure for the planner. */
final class SetModel {
    private final Map<RevisionId, Set<RevisionId>> parents = new HashMap<>();
    private final Map<RevisionId, Set<RevisionId>> children = new HashMap<>();

    SetModel(Collection<Revision> revisions) {
        Map<String, RevisionId> names = new HashMap<>();
        for (Revision revision : revisions) {
            names.put(revision.id().value(), revision.id());
            revision.branchLabels().forEach(label -> names.put(label, revision.id()));
            children.put(revision.id(), new HashSet<>());
        }
        for (Revision revision : revisions) {
            Set<RevisionId> own = new HashSet<>(revision.down());
            revision.dependsOn().forEach(name -> own.add(names.get(name)));
            parents.put(revision.id(), own);
            revision.down().forEach(id -> children.get(id).add(revision.id()));
        }
    }

    Set<RevisionId> parents(RevisionId id) {
        return parents.get(id);
    }

    Set<RevisionId> ancestors(Collection<RevisionId> of) {
        Set<RevisionId> found = new HashSet<>();
        for (RevisionId id : of) {
            found.add(id);
            found.addAll(ancestors(parents(id)));
        }
        return found;
    }

    Set<RevisionId> maximal(Set<RevisionId> applied) {
        Set<RevisionId> rows = new HashSet<>(applied);
        applied.forEach(id -> rows.removeAll(parents(id)));
        return rows;
    }

    /** What a downgrade to {@code target} undoes. */
    Set<RevisionId> undone(Set<RevisionId> applied, RevisionId target) {
        Set<RevisionId> undone = new HashSet<>(applied);
        undone.removeIf(id -> {
            Set<RevisionId> roots = ancestors(Set.of(id));
            roots.retainAll(children.get(target));
            return roots.isEmpty();
        });
        return undone;
    }
}
