package dev.aludel.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans a stamp: each target takes the place of the heads above and below it, dependencies included; other heads stay.
 * {@code base} takes the heads away, with a branch ({@code label@base}) those of the branch.
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
        RowTimeline timeline = new RowTimeline(index, rows);
        List<Step> steps = new ArrayList<>();
        BitSet goals = new BitSet();
        for (RevisionTarget written : targets) {
            RevisionTarget target = symbols.interpret(written);
            if (target.isRelative()) {
                throw errors.relativeHere(target);
            }
            goals.or(symbols.find(target, current));
            if (target.symbol().equals("base")) {
                removeAll(target, rows, timeline, steps, current);
            }
        }
        BitSet highest = index.maximal(index.ancestors(goals));
        highest.stream().forEach(goal -> moveTo(goal, rows, timeline, steps, current));
        Heads to = steps.isEmpty() ? current : steps.get(steps.size() - 1).after();
        return new Plan(Direction.STAMP, current, to, steps, List.of());
    }

    private void removeAll(RevisionTarget target, BitSet rows, RowTimeline timeline, List<Step> steps, Heads current) {
        BitSet removed = (BitSet) rows.clone();
        target.branch().map(branch -> index.wideLineage(symbols.branch(branch))).ifPresent(removed::and);
        for (int row = removed.length() - 1; row >= 0; row = removed.previousSetBit(row - 1)) {
            timeline.change(IntStream.of(row), IntStream.empty());
            addStep(row, timeline, steps, current);
            rows.clear(row);
        }
    }

    private void moveTo(int goal, BitSet rows, RowTimeline timeline, List<Step> steps, Heads current) {
        if (rows.get(goal)) {
            return;
        }
        BitSet replaced = index.wideLineage(goal);
        replaced.and(rows);
        timeline.change(replaced.stream(), IntStream.of(goal));
        addStep(goal, timeline, steps, current);
        rows.andNot(replaced);
        rows.set(goal);
    }

    private void addStep(int position, RowTimeline timeline, List<Step> steps, Heads current) {
        Heads before = steps.isEmpty() ? current : steps.get(steps.size() - 1).after();
        steps.add(new Step(index.at(position), Direction.STAMP, before, timeline.latest()));
    }
}
