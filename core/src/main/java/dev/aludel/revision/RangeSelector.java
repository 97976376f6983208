package dev.aludel.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Selects the revisions between two places, for {@code history} and for walking the graph from code. */
final class RangeSelector {
    private final GraphIndex index;
    private final Symbols symbols;
    private final UpgradePlanner upgrades;
    private final DowngradePlanner downgrades;
    private final RevisionErrors errors;

    RangeSelector(
            GraphIndex index,
            Symbols symbols,
            UpgradePlanner upgrades,
            DowngradePlanner downgrades,
            RevisionErrors errors) {
        this.index = index;
        this.symbols = symbols;
        this.upgrades = upgrades;
        this.downgrades = downgrades;
        this.errors = errors;
    }

    BitSet select(RevisionRange range, Heads current) {
        return range.direction() == Direction.DOWNGRADE ? undone(range, current) : between(range, current);
    }

    private BitSet undone(RevisionRange range, Heads current) {
        BitSet upper = symbols.findAll(parse(range.upper()), current);
        RevisionTarget target = RevisionTarget.parse(
                range.lower().isEmpty() ? "base" : range.lower().get(0));
        Heads from = Heads.of(index.idsOf(upper));
        return downgrades.removed(upper, from, target, range.inclusive(), range.implicitBase());
    }

    private BitSet between(RevisionRange range, Heads current) {
        List<RevisionTarget> lowerTargets = parse(range.lower());
        BitSet upper = upper(parse(range.upper()), lowerTargets, current);
        BitSet lower = symbols.findAll(lowerTargets, current);
        BitSet selected = index.ancestors(upper);
        if (!range.implicitBase() && !contains(selected, lower)) {
            throw errors.notOneBranch(String.join(" ", range.lower()), String.join(" ", range.upper()));
        }
        selected.andNot(index.ancestors(requireSeparate(lower)));
        if (range.inclusive()) {
            selected.or(lower);
        }
        if (!range.implicitBase() && !lower.isEmpty()) {
            selected.and(index.descendantsInBranch(lower));
        }
        return selected;
    }

    /** {@code +N} counts from the lower end. A lower end with a branch ({@code label@base}) narrows to that branch. */
    private BitSet upper(List<RevisionTarget> targets, List<RevisionTarget> lowerTargets, Heads current) {
        BitSet upper = new BitSet();
        for (RevisionTarget target : targets) {
            boolean countsFromLower = target.isRelativeToCurrent() && target.steps() > 0;
            Heads start = countsFromLower ? Heads.of(index.idsOf(symbols.findAll(lowerTargets, current))) : current;
            upper.or(upgrades.resolve(start, target));
        }
        Optional<String> branch = lowerTargets.size() == 1 ? lowerTargets.get(0).branch() : Optional.empty();
        branch.map(symbols::lineage).ifPresent(upper::and);
        return requireSeparate(upper);
    }

    private BitSet requireSeparate(BitSet set) {
        BitSet contained = (BitSet) set.clone();
        contained.andNot(index.maximal(index.ancestors(set)));
        Symbols.first(contained).ifPresent(lower -> {
            BitSet above = index.descendants(GraphIndex.single(lower));
            above.and(set);
            throw errors.overlapping(index.idAt(above.length() - 1), index.idAt(lower));
        });
        return set;
    }

    private static boolean contains(BitSet set, BitSet members) {
        BitSet missing = (BitSet) members.clone();
        missing.andNot(set);
        return missing.isEmpty();
    }

    private static List<RevisionTarget> parse(List<String> targets) {
        return targets.stream().map(RevisionTarget::parse).toList();
    }
}
