package dev.aludel.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Plans a downgrade: removes the applied revisions that follow the target and all that stands on them, children first. The
 * target itself stays.
 */
final class DowngradePlanner {
    /** A target settled: where to stop (nothing: base) and the branch to stay in. */
    private record Goal(OptionalInt stop, Optional<String> branch, List<String> warnings) {}

    private final GraphIndex index;
    private final Symbols symbols;
    private final Walk walk;
    private final RevisionErrors errors;

    DowngradePlanner(GraphIndex index, Symbols symbols, Walk walk, RevisionErrors errors) {
        this.index = index;
        this.symbols = symbols;
        this.walk = walk;
        this.errors = errors;
    }

    Plan plan(Heads current, RevisionTarget written) {
        RevisionTarget target = symbols.interpret(written);
        Goal goal = goal(current, target);
        requireInBranch(goal);
        BitSet roots = roots(target, goal);
        BitSet rows = symbols.positions(current);
        BitSet applied = index.ancestors(rows);
        BitSet removed = index.descendants(roots);
        removed.and(applied);
        boolean notBelow = goal.stop().isPresent()
                && removed.isEmpty()
                && !rows.get(goal.stop().getAsInt());
        if (notBelow) {
            throw errors.notApplied(target, current);
        }
        List<Step> steps = steps(applied, removed);
        Heads from = steps.isEmpty() ? current : steps.get(0).before();
        Heads to = steps.isEmpty() ? current : steps.get(steps.size() - 1).after();
        return new Plan(Direction.DOWNGRADE, from, to, steps, goal.warnings());
    }

    /** Revisions to remove for a call of the library: the target too, when {@code inclusive}. */
    BitSet removed(BitSet from, Heads current, RevisionTarget written, boolean inclusive, boolean onlyThisBranch) {
        RevisionTarget target = symbols.interpret(written);
        Goal goal = goal(current, target);
        BitSet roots =
                inclusive && goal.stop().isPresent() ? GraphIndex.setOf(goal.stop().stream()) : roots(target, goal);
        BitSet active = index.ancestors(from);
        BitSet removed = index.descendants(roots);
        removed.and(active);
        if (onlyThisBranch) {
            active.andNot(index.ancestors(roots));
            removed.or(active);
        }
        return removed;
    }

    private List<Step> steps(BitSet applied, BitSet removed) {
        RowTimeline timeline = new RowTimeline(index, index.maximal(applied));
        BitSet left = (BitSet) applied.clone();
        List<Step> steps = new ArrayList<>(removed.cardinality());
        Heads before = timeline.latest();
        for (int next = removed.length() - 1; next >= 0; next = removed.previousSetBit(next - 1)) {
            left.clear(next);
            timeline.change(
                    IntStream.of(next), IntStream.of(index.parents(next)).filter(parent -> isTop(parent, left)));
            Heads after = timeline.latest();
            steps.add(new Step(index.at(next), Direction.DOWNGRADE, before, after));
            before = after;
        }
        return steps;
    }

    private boolean isTop(int position, BitSet applied) {
        for (int dependant : index.dependants(position)) {
            if (applied.get(dependant)) {
                return false;
            }
        }
        return true;
    }

    private Goal goal(Heads current, RevisionTarget target) {
        if (!target.isRelative()) {
            RevisionTarget symbol = new RevisionTarget(Optional.empty(), target.symbol(), "");
            return new Goal(symbols.findSingle(symbol, current), target.branch(), List.of());
        }
        if (target.isRelativeToCurrent()) {
            return goalBelowCurrent(current, target);
        }
        if (target.steps() >= 0) {
            OptionalInt start = symbols.findSingle(new RevisionTarget(Optional.empty(), target.symbol(), ""), current);
            int stop = walk.up(start, target, target.branch().map(symbols::lineage));
            return new Goal(OptionalInt.of(stop), target.branch(), List.of());
        }
        OptionalInt start = symbols.findSingle(new RevisionTarget(target.branch(), target.symbol(), ""), current);
        return new Goal(walk.down(start, target), target.branch(), List.of());
    }

    private Goal goalBelowCurrent(Heads current, RevisionTarget target) {
        if (target.steps() >= 0) {
            throw errors.wrongDirection(target, Direction.DOWNGRADE);
        }
        if (target.branch().isPresent()) {
            OptionalInt start = OptionalInt.of(startInBranch(current, target));
            return new Goal(walk.down(start, target), target.branch(), List.of());
        }
        BitSet rows = symbols.positions(current);
        if (rows.isEmpty()) {
            throw errors.outOfRange(target, 0);
        }
        RevisionId first = current.ids().get(0);
        return new Goal(walk.down(index.find(first), target), Optional.of(first.value()), warnings(rows, first));
    }

    private static List<String> warnings(BitSet rows, RevisionId first) {
        return rows.cardinality() == 1
                ? List.of()
                : List.of("The database has " + rows.cardinality() + " heads; the downgrade starts at the first, "
                        + first + ". Name the branch to choose another: <branch label>@-1.");
    }

    private int startInBranch(Heads current, RevisionTarget target) {
        BitSet lineage = symbols.lineage(target.branch().orElseThrow());
        BitSet starts = symbols.positions(current);
        BitSet applied = index.ancestors(starts);
        starts.and(lineage);
        if (starts.isEmpty()) {
            starts = index.branchTips(applied);
            starts.and(lineage);
        }
        if (starts.cardinality() > 1) {
            throw errors.ambiguousStart(target, index.newestFirst(starts));
        }
        return Symbols.first(starts).orElseThrow(() -> errors.outOfRange(target, 0));
    }

    /** A downgrade that runs in another branch than the one named would lose data that nobody meant to touch. */
    private void requireInBranch(Goal goal) {
        goal.branch().ifPresent(branch -> {
            BitSet lineage = symbols.lineage(branch);
            goal.stop().stream().filter(stop -> !lineage.get(stop)).forEach(stop -> {
                throw errors.notInBranch(index.at(stop), branch);
            });
        });
    }

    /** The revisions directly above the goal; of several, those on the way to the branch. */
    private BitSet roots(RevisionTarget target, Goal goal) {
        BitSet roots = goal.stop().isPresent()
                ? GraphIndex.setOf(IntStream.of(index.children(goal.stop().getAsInt())))
                : GraphIndex.setOf(
                        IntStream.range(0, index.size()).filter(position -> index.down(position).length == 0));
        if (goal.branch().isPresent() && roots.cardinality() > 1) {
            String branch = goal.branch().get();
            roots.and(index.ancestorsInBranch(symbols.branch(branch)));
            if (roots.isEmpty()) {
                throw errors.branchHoldsNothing(target, branch);
            }
        }
        return roots;
    }
}
