package dev.aludel.revision;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a database stands: the applied revisions that no other applied revision stands on. Empty before the first
 * migration. It may name revisions that the files do not have; planning then says which.
 *
 * <p>The order is kept: {@code downgrade -1} with several heads takes the first. Heads that a {@link RevisionGraph} makes
 * are ordered newest first.
 */
public record Heads(List<RevisionId> ids) {
    private static final Heads EMPTY = new Heads(List.of());

    public Heads {
        ids = ids instanceof RowList ? ids : List.copyOf(ids);
    }

    /** A database to which nothing is applied. */
    public static Heads empty() {
        return EMPTY;
    }

    public static Heads of(Collection<RevisionId> ids) {
        return new Heads(List.copyOf(ids));
    }

    /** The heads with these ids; throws when a text is not a legal id. */
    public static Heads of(String... ids) {
        return new Heads(List.of(ids).stream().map(RevisionId::of).toList());
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public boolean contains(RevisionId id) {
        return ids.contains(id);
    }

    /** For people: the ids with commas, or {@code base} when there are none. */
    @Override
    public String toString() {
        return isEmpty() ? "base" : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
