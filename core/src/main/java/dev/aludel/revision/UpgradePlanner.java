package dev.aludel.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Plans an upgrade: all that the target needs and the database does not have, parents first. */
final class UpgradePlanner {
    private final GraphIndex index;
    private final Symbols symbols;
    private final Walk walk;
    private final RevisionErrors errors;

    UpgradePlanner(GraphIndex index, Symbols symbols, Walk walk, RevisionErrors errors) {
        this.index = index;
        this.symbols = symbols;
        this.walk = walk;
        this.errors = errors;
    }

    Plan plan(Heads current, RevisionTarget target) {
        BitSet wanted = resolve(current, target);
        BitSet rows = symbols.positions(current);
        BitSet applied = index.ancestors(rows);
        requireSeparate(rows, applied);
        BitSet missing = index.ancestors(wanted);
        missing.andNot(applied);
        return new Plan(
                Direction.UPGRADE, current, after(current, rows, missing), steps(current, rows, missing), List.of());
    }

    private List<Step> steps(Heads current, BitSet rows, BitSet missing) {
        RowTimeline timeline = new RowTimeline(index, rows);
        List<Step> steps = new ArrayList<>(missing.cardinality());
        Heads before = current;
        for (int next = missing.nextSetBit(0); next >= 0; next = missing.nextSetBit(next + 1)) {
            timeline.change(IntStream.of(index.parents(next)), IntStream.of(next));
            Heads after = timeline.latest();
            steps.add(new Step(index.at(next), Direction.UPGRADE, before, after));
            before = after;
        }
        return steps;
    }

    private Heads after(Heads current, BitSet rows, BitSet missing) {
        if (missing.isEmpty()) {
            return current;
        }
        BitSet applied = index.ancestors(rows);
        applied.or(missing);
        return Heads.of(index.idsOf(index.maximal(applied)));
    }

    /** A database whose heads contain one another was written by hand: what is applied to it is a guess. */
    private void requireSeparate(BitSet rows, BitSet applied) {
        BitSet contained = (BitSet) rows.clone();
        contained.andNot(index.maximal(applied));
        Symbols.first(contained).ifPresent(lower -> {
            BitSet above = index.descendants(GraphIndex.single(lower));
            above.and(rows);
            throw errors.overlappingHeads(index.idAt(above.length() - 1), index.idAt(lower));
        });
    }

    /** The revisions that the target names, relative forms included. */
    BitSet resolve(Heads current, RevisionTarget written) {
        RevisionTarget target = symbols.interpret(written);
        if (!target.isRelative()) {
            return symbols.find(target, current);
        }
        return target.steps() > 0 ? GraphIndex.single(up(current, target)) : down(current, target);
    }

    private int up(Heads current, RevisionTarget target) {
        Optional<BitSet> lineage = target.branch().map(symbols::lineage);
        OptionalInt start = target.isRelativeToCurrent()
                ? start(current, target, lineage)
                : symbols.findSingle(new RevisionTarget(Optional.empty(), target.symbol(), ""), current);
        return walk.up(start, target, lineage);
    }

    private BitSet down(Heads current, RevisionTarget target) {
        if (target.isRelativeToCurrent()) {
            throw errors.wrongDirection(target, Direction.UPGRADE);
        }
        OptionalInt start = symbols.findSingle(new RevisionTarget(target.branch(), target.symbol(), ""), current);
        OptionalInt end = walk.down(start, target);
        return GraphIndex.single(end.orElseThrow(() -> errors.outOfRange(target, Math.max(0, -target.steps() - 1))));
    }

    /** Where {@code +N} starts: the one head, or the highest applied revision of the branch, or below everything. */
    private OptionalInt start(Heads current, RevisionTarget target, Optional<BitSet> lineage) {
        BitSet starts = symbols.positions(current);
        if (lineage.isPresent()) {
            BitSet applied = index.ancestors(starts);
            starts.and(lineage.get());
            if (starts.isEmpty()) {
                applied.and(lineage.get());
                starts = index.maximal(applied);
            }
        }
        if (starts.cardinality() > 1) {
            throw errors.ambiguousStart(target, index.newestFirst(starts));
        }
        return Symbols.first(starts);
    }
}
