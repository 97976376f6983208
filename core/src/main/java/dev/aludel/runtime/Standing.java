package dev.aludel.runtime;

import dev.aludel.revision.Heads;
import java.util.List;

/** Where a database is: what is applied, and what was begun and not finished, both in the order of their times. */
public record Standing(List<AppliedRevision> applied, List<HalfDone> halfDone) {
    /** A database to which nothing was ever applied. */
    static final Standing EMPTY = new Standing(List.of(), List.of());

    public Standing {
        applied = List.copyOf(applied);
        halfDone = List.copyOf(halfDone);
    }

    /** The applied revisions that no other applied one stands on. */
    public Heads heads() {
        return History.heads(applied);
    }
}
