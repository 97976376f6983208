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

    /** Says nothing. */
    public static SequenceOptions none() {
        OptionalLong nothing = OptionalLong.empty();
        return new SequenceOptions(
                nothing, nothing, nothing, nothing, nothing, Optional.empty(), Optional.empty(), nothing);
    }
}
