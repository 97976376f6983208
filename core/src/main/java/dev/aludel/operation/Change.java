package dev.aludel.operation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From what to what an attribute changes. Empty {@code to} removes the attribute; {@code fromKnown} is false where a
 * hand-written migration does not say what was there, and then {@code from} is empty.
 */
public record Change<T>(boolean fromKnown, Optional<T> from, Optional<T> to) {

    /** A change that knows both sides. */
    public static <T> Change<T> between(Optional<T> from, Optional<T> to) {
        return new Change<>(true, from, to);
    }

    /** What separates two sets of named attributes; nothing for those that are the same. */
    public static Map<String, Change<String>> between(Map<String, String> from, Map<String, String> to) {
        Map<String, Change<String>> changes = new TreeMap<>();
        Stream.concat(from.keySet().stream(), to.keySet().stream())
                .filter(name -> !Objects.equals(from.get(name), to.get(name)))
                .forEach(name -> changes.put(
                        name, between(Optional.ofNullable(from.get(name)), Optional.ofNullable(to.get(name)))));
        return changes;
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
