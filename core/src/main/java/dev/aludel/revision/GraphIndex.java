package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The graph as numbers: each revision has a position, parents before children, so that sets are {@link BitSet}s, a closure
 * is one scan, and ascending positions are an order in which revisions may be applied.
 */
final class GraphIndex {
    private final List<Revision> revisions;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<RevisionId, Revision> replaced;
    private final int[][] down;
    private final int[][] parents;
    private final int[][] children;
    private final int[][] dependants;

    /** {@code order} holds the number of each declaration once, parents first. */
    GraphIndex(Declarations declarations, int[] order, int[][] downByNumber, int[][] parentsByNumber) {
        int[] positionOf = new int[order.length];
        List<Revision> sorted = new ArrayList<>(order.length);
        for (int position = 0; position < order.length; position++) {
            Revision revision = declarations.revisions.get(order[position]);
            positionOf[order[position]] = position;
            sorted.add(revision);
            positions.put(revision.id().value(), position);
        }
        replaced = Map.copyOf(declarations.replaced());
        declarations.labels().forEach((label, number) -> labels.put(label, positionOf[number]));
        revisions = List.copyOf(sorted);
        down = renumber(downByNumber, order, positionOf);
        parents = renumber(parentsByNumber, order, positionOf);
        children = TopologicalOrder.childrenOf(down);
        dependants = TopologicalOrder.childrenOf(parents);
    }

    private static int[][] renumber(int[][] edges, int[] order, int[] positionOf) {
        int[][] renumbered = new int[order.length][];
        for (int position = 0; position < order.length; position++) {
            int[] parents = edges[order[position]].clone();
            Arrays.setAll(parents, place -> positionOf[parents[place]]);
            renumbered[position] = parents;
        }
        return renumbered;
    }

    int size() {
        return revisions.size();
    }

    Revision at(int position) {
        return revisions.get(position);
    }

    RevisionId idAt(int position) {
        return revisions.get(position).id();
    }

    Collection<String> ids() {
        return positions.keySet();
    }

    Map<String, Integer> labels() {
        return labels;
    }

    OptionalInt find(RevisionId id) {
        return find(id.value());
    }

    OptionalInt find(String id) {
        Integer position = positions.get(id);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The revision that this one was squashed into. */
    Optional<Revision> findReplacement(RevisionId gone) {
        return Optional.ofNullable(replaced.get(gone));
    }

    /** The revisions that this one follows. */
    int[] down(int position) {
        return down[position];
    }

    /** The revisions that this one follows or depends on. */
    int[] parents(int position) {
        return parents[position];
    }

    /** The revisions that follow this one, in order. */
    int[] children(int position) {
        return children[position];
    }

    /** The revisions that follow this one or depend on it, in order. */
    int[] dependants(int position) {
        return dependants[position];
    }

    /** These revisions and all that they follow or depend on. */
    BitSet ancestors(BitSet of) {
        return spreadDown(of, parents);
    }

    /** These revisions and all that they follow. */
    BitSet ancestorsInBranch(int of) {
        return spreadDown(single(of), down);
    }

    /** These revisions and all that follow them or depend on them. */
    BitSet descendants(BitSet of) {
        return spreadUp(of, dependants);
    }

    /** These revisions and all that follow them. */
    BitSet descendantsInBranch(BitSet of) {
        return spreadUp(of, children);
    }

    /** This revision, all that it follows and all that follow it: what {@code branch@…} narrows to. */
    BitSet lineage(int of) {
        BitSet lineage = ancestorsInBranch(of);
        lineage.or(descendantsInBranch(single(of)));
        return lineage;
    }

    /** These revisions, all below and all above them, along dependencies too. */
    BitSet wideLineage(BitSet of) {
        BitSet lineage = ancestors(of);
        lineage.or(descendants(of));
        return lineage;
    }

    /** The members that no other member follows or depends on; {@code closed} must hold the ancestors of its members. */
    BitSet maximal(BitSet closed) {
        return withoutParents(closed, parents);
    }

    /** The members that no other member follows; {@code closed} must hold the ancestors of its members. */
    BitSet branchTips(BitSet closed) {
        return withoutParents(closed, down);
    }

    BitSet all() {
        return range(size());
    }

    static BitSet range(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    static BitSet single(int position) {
        BitSet single = new BitSet();
        single.set(position);
        return single;
    }

    static BitSet setOf(IntStream positions) {
        BitSet set = new BitSet();
        positions.forEach(set::set);
        return set;
    }

    /** The ids of the members, newest first. */
    List<RevisionId> idsOf(BitSet set) {
        return newestFirst(set).stream().map(Revision::id).toList();
    }

    /** The members, newest first: no revision comes after one that it stands on. */
    List<Revision> newestFirst(BitSet set) {
        List<Revision> list = new ArrayList<>(set.cardinality());
        for (int position = set.length() - 1; position >= 0; position = set.previousSetBit(position - 1)) {
            list.add(at(position));
        }
        return list;
    }

    private static BitSet withoutParents(BitSet closed, int[][] edges) {
        BitSet result = (BitSet) closed.clone();
        closed.stream().forEach(member -> clearAll(result, edges[member]));
        return result;
    }

    private static void clearAll(BitSet set, int[] positions) {
        for (int position : positions) {
            set.clear(position);
        }
    }

    private static BitSet spreadDown(BitSet of, int[][] edges) {
        BitSet result = (BitSet) of.clone();
        for (int position = result.length() - 1; position >= 0; position = result.previousSetBit(position - 1)) {
            for (int next : edges[position]) {
                result.set(next);
            }
        }
        return result;
    }

    private static BitSet spreadUp(BitSet of, int[][] edges) {
        BitSet result = (BitSet) of.clone();
        for (int position = result.nextSetBit(0); position >= 0; position = result.nextSetBit(position + 1)) {
            for (int next : edges[position]) {
                result.set(next);
            }
        }
        return result;
    }
}
