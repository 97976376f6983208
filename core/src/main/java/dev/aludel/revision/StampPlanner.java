package dev.aludel.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans a stamp: the targets take the place of the heads above and below them, dependencies included, and of all heads of
 * a branch when they name one ({@code label@…}); other heads stay. {@code base} takes heads away.
 */
final class StampPlanner {
    private final GraphIndex index;
    private final Symbols symbols;
    private final RevisionErrors errors;

    StampPlanner(GraphIndex index, Symbols symbols, RevisionErrors errors) {
        this.index = index;
        this.symbols = symbols;
        this.errors = errors;
    }

    Plan plan(Heads current, List<RevisionTarget> targets) {
        BitSet rows = symbols.positions(current);
        BitSet goals = new BitSet();
        BitSet affected = new BitSet();
        for (RevisionTarget written : targets) {
            RevisionTarget target = symbols.interpret(written);
            if (target.isRelative()) {
                throw errors.relativeHere(target);
            }
            BitSet found = symbols.find(target, current);
            goals.or(found);
            affected.or(affectedBy(target, found));
        }
        affected.and(rows);
        List<Step> steps = goals.isEmpty() ? remove(affected, rows, current) : move(goals, affected, rows, current);
        Heads to = steps.isEmpty() ? current : steps.get(steps.size() - 1).after();
        return new Plan(Direction.STAMP, current, to, steps, List.of());
    }

    private BitSet affectedBy(RevisionTarget target, BitSet found) {
        if (found.isEmpty() && target.branch().isEmpty()) {
            return index.all();
        }
        BitSet affected = index.wideLineage(found);
        target.branch()
                .map(branch -> index.wideLineage(GraphIndex.single(symbols.branch(branch))))
                .ifPresent(affected::or);
        return affected;
    }

    private List<Step> remove(BitSet removed, BitSet rows, Heads current) {
        RowTimeline timeline = new RowTimeline(index, rows);
        List<Step> steps = new ArrayList<>();
        for (int row = removed.length() - 1; row >= 0; row = removed.previousSetBit(row - 1)) {
            timeline.change(IntStream.of(row), IntStream.empty());
            addStep(row, timeline, steps, current);
        }
        return steps;
    }

    /** A goal below another one is part of it. One step replaces all affected heads, the others only add theirs. */
    private List<Step> move(BitSet goals, BitSet affected, BitSet rows, Heads current) {
        BitSet highest = index.maximal(index.ancestors(goals));
        BitSet related = index.wideLineage(affected);
        goals.andNot(rows);
        BitSet replaced = goals.intersects(related) ? affected : new BitSet();
        replaced.andNot(highest);
        BitSet added = highest;
        added.andNot(rows);
        if (added.isEmpty()) {
            return remove(replaced, rows, current);
        }
        RowTimeline timeline = new RowTimeline(index, rows);
        List<Step> steps = new ArrayList<>();
        int replacing = added.intersects(related) ? first(added, related) : added.nextSetBit(0);
        for (int goal = added.nextSetBit(0); goal >= 0; goal = added.nextSetBit(goal + 1)) {
            timeline.change(goal == replacing ? replaced.stream() : IntStream.empty(), IntStream.of(goal));
            addStep(goal, timeline, steps, current);
        }
        return steps;
    }

    private static int first(BitSet set, BitSet within) {
        BitSet both = (BitSet) set.clone();
        both.and(within);
        return both.nextSetBit(0);
    }

    private void addStep(int position, RowTimeline timeline, List<Step> steps, Heads current) {
        Heads before = steps.isEmpty() ? current : steps.get(steps.size() - 1).after();
        steps.add(new Step(index.at(position), Direction.STAMP, before, timeline.latest()));
    }
}
