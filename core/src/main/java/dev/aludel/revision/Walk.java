package dev.aludel.revision;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Counts revisions up or down one branch, along down revisions only; refuses to choose where the way forks. */
final class Walk {
    private final GraphIndex index;
    private final RevisionErrors errors;

    Walk(GraphIndex index, RevisionErrors errors) {
        this.index = index;
        this.errors = errors;
    }

    /** Up from {@code start} (nothing: from below all bases), at a fork to the child in {@code lineage}. */
    int up(OptionalInt start, RevisionTarget target, Optional<BitSet> lineage) {
        OptionalInt place = start;
        for (int step = 0; step < target.steps(); step++) {
            BitSet ways = GraphIndex.setOf(childrenOf(place));
            lineage.ifPresent(ways::and);
            if (ways.isEmpty()) {
                throw errors.outOfRange(target, step);
            }
            place = only(ways, target, "up from " + name(place));
        }
        return place.orElseThrow(() -> errors.outOfRange(target, 0));
    }

    /** Down from {@code start}; nothing is {@code base}, one more step is out of range. */
    OptionalInt down(OptionalInt start, RevisionTarget target) {
        OptionalInt place = start;
        for (int step = 0; step < -target.steps(); step++) {
            if (place.isEmpty()) {
                throw errors.outOfRange(target, Math.max(0, step - 1));
            }
            place = oneDown(place.getAsInt(), target);
        }
        return place;
    }

    /** Like {@link #down}, but stays at {@code base} once it is reached. */
    OptionalInt downAtMost(OptionalInt start, RevisionTarget target) {
        OptionalInt place = start;
        for (int step = 0; step < -target.steps() && place.isPresent(); step++) {
            place = oneDown(place.getAsInt(), target);
        }
        return place;
    }

    private OptionalInt oneDown(int place, RevisionTarget target) {
        BitSet ways = GraphIndex.setOf(IntStream.of(index.down(place)));
        return ways.isEmpty() ? OptionalInt.empty() : only(ways, target, "down from " + index.idAt(place));
    }

    private IntStream childrenOf(OptionalInt place) {
        return place.isPresent()
                ? IntStream.of(index.children(place.getAsInt()))
                : IntStream.range(0, index.size()).filter(position -> index.down(position).length == 0);
    }

    private OptionalInt only(BitSet ways, RevisionTarget target, String place) {
        if (ways.cardinality() > 1) {
            throw errors.ambiguousWalk(target, place, index.newestFirst(ways));
        }
        return Symbols.first(ways);
    }

    private String name(OptionalInt place) {
        return place.isPresent() ? index.idAt(place.getAsInt()).value() : "base";
    }
}
