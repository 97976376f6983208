package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the branches that each revision belongs to: a label names the revision that declares it, all that follow
 * that one, and those below it down to the next branch or merge point.
 */
final class BranchLabels {
    private final GraphIndex index;
    private final List<Set<String>> inherited = new ArrayList<>();
    private final List<Set<String>> fromAbove = new ArrayList<>();

    BranchLabels(GraphIndex index) {
        this.index = index;
        for (int position = 0; position < index.size(); position++) {
            Set<String> own = Set.copyOf(index.at(position).branchLabels());
            inherited.add(union(
                    own,
                    Arrays.stream(index.down(position)).mapToObj(inherited::get).toList()));
            fromAbove.add(Set.of());
        }
        for (int position = index.size() - 1; position >= 0; position--) {
            fromAbove.set(position, reachingDown(position));
        }
    }

    List<String> of(int position) {
        Set<String> all = new TreeSet<>(inherited.get(position));
        all.addAll(fromAbove.get(position));
        return List.copyOf(all);
    }

    private Set<String> reachingDown(int position) {
        int[] children = index.children(position);
        boolean isPlain =
                children.length == 1 && index.dependants(position).length == 1 && index.down(position).length <= 1;
        return isPlain
                ? union(Set.copyOf(index.at(children[0]).branchLabels()), List.of(fromAbove.get(children[0])))
                : Set.of();
    }

    /** Shares one of the sets where it can, so that long branches cost no memory. */
    private static Set<String> union(Set<String> own, List<Set<String>> others) {
        Set<String> union = own;
        for (Set<String> other : others) {
            if (other.containsAll(union)) {
                union = other;
            } else if (!union.containsAll(other)) {
                Set<String> both = new TreeSet<>(union);
                both.addAll(other);
                union = both;
            }
        }
        return union;
    }
}
