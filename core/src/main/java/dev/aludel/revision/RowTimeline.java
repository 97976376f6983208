package dev.aludel.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the database stands after each step of a plan, in memory linear in the number of steps.
 *
 * <p>Each step is kept as the heads that it removes and adds. Whenever these outnumber the heads themselves, all heads are
 * kept too, so that making the heads of any one state costs no more than twice their number.
 */
final class RowTimeline {
    private record Made(int state, List<RevisionId> rows) {}

    private final GraphIndex index;
    private final List<int[]> removals = new ArrayList<>();
    private final List<int[]> additions = new ArrayList<>();
    private final List<Integer> snapshotStates = new ArrayList<>();
    private final List<int[]> snapshots = new ArrayList<>();
    private final BitSet last;
    private int rowCount;
    private int changedSinceSnapshot;
    private volatile @Nullable Made recent;

    RowTimeline(GraphIndex index, BitSet start) {
        this.index = index;
        this.last = (BitSet) start.clone();
        this.rowCount = last.cardinality();
        snapshot();
    }

    /** Records the next step. */
    void change(IntStream removed, IntStream added) {
        int[] gone = removed.filter(last::get).toArray();
        int[] come = added.filter(row -> !last.get(row)).toArray();
        IntStream.of(gone).forEach(last::clear);
        IntStream.of(come).forEach(last::set);
        removals.add(gone);
        additions.add(come);
        rowCount += come.length - gone.length;
        changedSinceSnapshot += 1 + gone.length + come.length;
        if (changedSinceSnapshot > rowCount) {
            snapshot();
        }
    }

    /** The heads after the steps recorded so far. */
    Heads latest() {
        return new Heads(new RowList(this, removals.size()));
    }

    /** The heads after the first {@code state} steps, newest first. */
    List<RevisionId> rows(int state) {
        Made made = recent;
        if (made == null || made.state() != state) {
            made = new Made(state, List.copyOf(index.idsOf(rowsAt(state))));
            recent = made;
        }
        return made.rows();
    }

    private BitSet rowsAt(int state) {
        int found = Collections.binarySearch(snapshotStates, state);
        int nearest = found >= 0 ? found : -found - 2;
        BitSet rows = GraphIndex.setOf(IntStream.of(snapshots.get(nearest)));
        for (int change = snapshotStates.get(nearest); change < state; change++) {
            IntStream.of(removals.get(change)).forEach(rows::clear);
            IntStream.of(additions.get(change)).forEach(rows::set);
        }
        return rows;
    }

    private void snapshot() {
        snapshotStates.add(removals.size());
        snapshots.add(last.stream().toArray());
        changedSinceSnapshot = 0;
    }
}
