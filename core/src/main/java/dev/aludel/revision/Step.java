package dev.aludel.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One act of a {@link Plan} and where the database stands before and after it.
 *
 * <p>Upgrade and downgrade run {@link #revision}. A stamp runs nothing: it puts {@link #revision} in the place of all heads
 * above and below it, or, on the way to {@code base}, takes the head {@link #revision} away.
 */
public record Step(Revision revision, Direction direction, Heads before, Heads after) {

    /** The heads that this step takes away. */
    public List<RevisionId> removedHeads() {
        return difference(before, after);
    }

    /** The heads that this step adds. */
    public List<RevisionId> addedHeads() {
        return difference(after, before);
    }

    private static List<RevisionId> difference(Heads from, Heads without) {
        Set<RevisionId> excluded = new HashSet<>(without.ids());
        return from.ids().stream().filter(id -> !excluded.contains(id)).toList();
    }
}
