package dev.aludel.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Decides what a revision that is about to be written stands on. */
final class ParentsPlanner {
    private final GraphIndex index;
    private final Symbols symbols;
    private final RevisionErrors errors;

    ParentsPlanner(GraphIndex index, Symbols symbols, RevisionErrors errors) {
        this.index = index;
        this.symbols = symbols;
        this.errors = errors;
    }

    Parents plan(List<RevisionTarget> heads, boolean splice, List<String> dependsOn, Heads current) {
        List<RevisionId> down = new ArrayList<>();
        Set<RevisionId> seen = new HashSet<>();
        for (RevisionTarget head : heads) {
            for (Revision revision : index.newestFirst(symbols.findAll(List.of(head), current))) {
                if (!seen.add(revision.id())) {
                    throw errors.duplicateHead(revision);
                }
                requireHead(revision, splice);
                down.add(revision.id());
            }
        }
        return new Parents(
                down, dependsOn.stream().map(name -> dependency(name, current)).toList());
    }

    private void requireHead(Revision revision, boolean splice) {
        boolean isHead = index.find(revision.id()).stream().allMatch(position -> index.children(position).length == 0);
        if (!splice && !isHead) {
            throw errors.notHead(revision);
        }
    }

    /** A branch label stays a label, since its meaning is the branch; an abbreviated id is written out. */
    private String dependency(String name, Heads current) {
        if (index.labels().containsKey(name)) {
            return name;
        }
        OptionalInt found = symbols.findSingle(RevisionTarget.parse(name), current);
        return index.idAt(found.orElseThrow(() -> errors.unknown(name))).value();
    }
}
