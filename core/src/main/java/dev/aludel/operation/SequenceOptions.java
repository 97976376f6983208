package dev.aludel.operation;

import dev.aludel.schema.Sequence;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Options of a sequence; an empty one stays as it is, or is the database's own for a new sequence.
 *
 * @param start where a restart without a number begins
 * @param increment negative for a sequence that counts down
 * @param minimum the lowest number it gives
 * @param maximum the highest number it gives
 * @param cache how many numbers a connection fetches at once
 * @param cycle whether it begins anew after its last number
 * @param ownedBy {@code table.column} with which it is dropped, or {@code none}
 * @param restart the next number
 */
public record SequenceOptions(
        OptionalLong start,
        OptionalLong increment,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong cache,
        Optional<Boolean> cycle,
        Optional<String> ownedBy,
        OptionalLong restart) {

    /** Says what the noun says and nothing else. */
    public static SequenceOptions of(Sequence sequence) {
        OptionalLong nothing = OptionalLong.empty();
        return new SequenceOptions(
                OptionalLong.of(sequence.start()),
                OptionalLong.of(sequence.increment()),
                nothing,
                nothing,
                nothing,
                Optional.empty(),
                Optional.empty(),
                nothing);
    }

    /** What makes the first the second; bounds that are no longer there become those of the type. */
    public static SequenceOptions change(Optional<Sequence> before, Sequence after) {
        Sequence from = before.orElseGet(() -> new Sequence(after.name(), after.start(), after.increment()));
        boolean upwards = after.increment() > 0;
        return new SequenceOptions(
                OptionalLong.of(after.start()),
                OptionalLong.of(after.increment()),
                bound(from.minimum(), after.minimum(), upwards ? 1 : Long.MIN_VALUE),
                bound(from.maximum(), after.maximum(), upwards ? Long.MAX_VALUE : -1),
                bound(from.cache(), after.cache(), 1),
                from.cycle() == after.cycle() ? Optional.empty() : Optional.of(after.cycle()),
                from.ownedBy().equals(after.ownedBy())
                        ? Optional.empty()
                        : Optional.of(after.ownedBy().orElse("none")),
                OptionalLong.empty());
    }

    private static OptionalLong bound(OptionalLong from, OptionalLong to, long usual) {
        if (from.equals(to)) {
            return OptionalLong.empty();
        }
        return to.isPresent() ? to : OptionalLong.of(usual);
    }

    /** Says nothing. */
    public static SequenceOptions none() {
        OptionalLong nothing = OptionalLong.empty();
        return new SequenceOptions(
                nothing, nothing, nothing, nothing, nothing, Optional.empty(), Optional.empty(), nothing);
    }
}
