package dev.aludel.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Finds the revisions that a symbol names: an id, a unique prefix of one, a branch label, {@code head}, {@code heads},
 * {@code base} or {@code current}, where wanted within a branch. {@code base} names no revision.
 */
final class Symbols {
    private static final int LONGEST_UNABBREVIATED = 3;

    private final GraphIndex index;
    private final Walk walk;
    private final RevisionErrors errors;

    Symbols(GraphIndex index, Walk walk, RevisionErrors errors) {
        this.index = index;
        this.walk = walk;
        this.errors = errors;
    }

    /** All revisions that the target names, its offset left aside. */
    BitSet find(RevisionTarget target, Heads current) {
        Optional<BitSet> lineage = target.branch().map(this::lineage);
        return switch (target.symbol()) {
            case "base" -> new BitSet();
            case "heads" -> lineage.map(this::headsWithin).orElseGet(() -> index.maximal(index.all()));
            case "head" -> requireSingle(headsWithin(lineage.orElseGet(index::all)), target);
            case "current" -> within(positions(current), lineage);
            default -> GraphIndex.single(identify(target.symbol(), target.branch()));
        };
    }

    /** The one revision that the target names, or nothing for {@code base}; throws when it names several. */
    OptionalInt findSingle(RevisionTarget target, Heads current) {
        return first(requireSingle(find(target, current), target));
    }

    /** All revisions that the targets name; {@code -N} and {@code label@-N} count down from every head. */
    BitSet findAll(List<RevisionTarget> targets, Heads current) {
        BitSet found = new BitSet();
        for (RevisionTarget written : targets) {
            RevisionTarget target = interpret(written);
            found.or(target.isRelative() ? belowHeads(target) : find(target, current));
        }
        return found;
    }

    private BitSet belowHeads(RevisionTarget target) {
        if (!target.isRelativeToCurrent() || target.steps() >= 0) {
            throw errors.relativeHere(target);
        }
        BitSet heads = within(index.maximal(index.all()), target.branch().map(this::lineage));
        return GraphIndex.setOf(heads.stream()
                .mapToObj(head -> walk.downAtMost(OptionalInt.of(head), target))
                .flatMapToInt(OptionalInt::stream));
    }

    /** Puts an exact branch label that looks like an offset ({@code feature-1}) before the offset. */
    RevisionTarget interpret(RevisionTarget target) {
        String whole = target.symbol() + target.offset();
        boolean isLabel = target.isRelative()
                && !target.symbol().isEmpty()
                && index.labels().containsKey(whole);
        return isLabel ? new RevisionTarget(target.branch(), whole, "") : target;
    }

    /** The branch's revisions: those below and above the one that the name stands for, along down revisions only. */
    BitSet lineage(String branch) {
        return index.lineage(branch(branch));
    }

    /** The revision that declares the label, or the one with this id or prefix. */
    int branch(String name) {
        OptionalInt exact = findExact(name);
        if (exact.isPresent()) {
            return exact.getAsInt();
        }
        BitSet candidates = startingWith(name, Optional.empty());
        if (candidates.isEmpty()) {
            throw errors.unknownBranch(name);
        }
        return requireUnique(candidates, name);
    }

    /** The heads as positions; throws when the files do not have all of them. */
    BitSet positions(Heads heads) {
        List<RevisionId> unknown = unknown(heads);
        if (!unknown.isEmpty()) {
            throw errors.databaseAhead(unknown);
        }
        return GraphIndex.setOf(heads.ids().stream().map(index::find).flatMapToInt(OptionalInt::stream));
    }

    List<RevisionId> unknown(Heads heads) {
        return heads.ids().stream().filter(id -> index.find(id).isEmpty()).toList();
    }

    static OptionalInt first(BitSet set) {
        int position = set.nextSetBit(0);
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    private BitSet headsWithin(BitSet lineage) {
        return within(index.branchTips(index.all()), Optional.of(lineage));
    }

    private static BitSet within(BitSet set, Optional<BitSet> lineage) {
        lineage.ifPresent(set::and);
        return set;
    }

    private BitSet requireSingle(BitSet found, RevisionTarget target) {
        if (found.cardinality() > 1) {
            throw errors.multipleHeads(target.toString(), index.newestFirst(found));
        }
        return found;
    }

    private int identify(String symbol, Optional<String> branch) {
        Optional<BitSet> lineage = branch.map(this::lineage);
        OptionalInt exact = findExact(symbol);
        int found = exact.isPresent() ? exact.getAsInt() : requireUnique(startingWith(symbol, lineage), symbol);
        if (lineage.isPresent() && !lineage.get().get(found)) {
            throw errors.notInBranch(index.at(found), branch.orElseThrow());
        }
        return found;
    }

    private OptionalInt findExact(String name) {
        Integer byLabel = index.labels().get(name);
        if (byLabel != null) {
            return OptionalInt.of(byLabel);
        }
        return index.find(name);
    }

    private BitSet startingWith(String prefix, Optional<BitSet> lineage) {
        BitSet matching = GraphIndex.setOf(IntStream.range(0, index.size()).filter(position -> {
            String id = index.idAt(position).value();
            return id.length() > LONGEST_UNABBREVIATED && id.startsWith(prefix);
        }));
        return within(matching, lineage);
    }

    private int requireUnique(BitSet candidates, String symbol) {
        if (candidates.isEmpty()) {
            throw errors.unknown(symbol);
        }
        if (candidates.cardinality() > 1) {
            throw errors.ambiguousPrefix(symbol, index.newestFirst(candidates));
        }
        return candidates.nextSetBit(0);
    }
}
