package dev.aludel.conformance.oracle;

import dev.aludel.revision.Revision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The meaning of a graph in sets, written apart from the product: what is applied, and which of that are heads. */
final class SetModel {
    private final Map<String, Set<String>> parents = new HashMap<>();

    SetModel(List<Revision> revisions) {
        Map<String, String> names = new HashMap<>();
        revisions.forEach(revision -> revision.branchLabels()
                .forEach(label -> names.put(label, revision.id().value())));
        revisions.forEach(
                revision -> names.put(revision.id().value(), revision.id().value()));
        for (Revision revision : revisions) {
            Set<String> own = new HashSet<>();
            revision.down().forEach(id -> own.add(id.value()));
            revision.dependsOn().forEach(name -> own.add(names.get(name)));
            parents.put(revision.id().value(), own);
        }
    }

    Set<String> parents(String id) {
        return parents.getOrDefault(id, Set.of());
    }

    Set<String> ancestors(Iterable<String> of) {
        Set<String> found = new HashSet<>();
        of.forEach(id -> collect(id, found));
        return found;
    }

    private void collect(String id, Set<String> found) {
        if (found.add(id)) {
            parents(id).forEach(parent -> collect(parent, found));
        }
    }

    Set<String> maximal(Set<String> applied) {
        Set<String> rows = new TreeSet<>(applied);
        applied.forEach(id -> rows.removeAll(parents(id)));
        return rows;
    }
}
