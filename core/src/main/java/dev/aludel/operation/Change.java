package dev.aludel.operation;

import java.util.Optional;

/**
 * From what to what an attribute changes. Empty {@code to} removes the attribute; {@code fromKnown} is false where a
 * hand-written migration does not say what was there, and then {@code from} is empty.
 */
public record Change<T>(boolean fromKnown, Optional<T> from, Optional<T> to) {

    /** A change that knows both sides. */
    public static <T> Change<T> between(Optional<T> from, Optional<T> to) {
        return new Change<>(true, from, to);
    }

    /** A change that knows only where it goes. */
    public static <T> Change<T> to(Optional<T> to) {
        return new Change<>(false, Optional.empty(), to);
    }

    /** The way back; empty where it is not known. */
    public Optional<Change<T>> reverse() {
        return fromKnown ? Optional.of(between(to, from)) : Optional.empty();
    }
}
