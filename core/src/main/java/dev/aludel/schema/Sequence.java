package dev.aludel.schema;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A named number generator; start and increment as the database has them, usually 1. What is empty is the database's own.
 *
 * @param minimum the lowest number it gives
 * @param maximum the highest number it gives
 * @param cache how many numbers a connection fetches at once
 * @param cycle whether it begins anew after its last number
 * @param type of its numbers, as SQL
 * @param ownedBy {@code table.column}, perhaps with a schema, with which it is dropped
 */
public record Sequence(
        TableName name,
        long start,
        long increment,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong cache,
        boolean cycle,
        Optional<String> type,
        Optional<String> ownedBy) {

    /** A sequence that says nothing but where it begins and how it goes on. */
    public Sequence(TableName name, long start, long increment) {
        this(
                name,
                start,
                increment,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    public Sequence withName(TableName newName) {
        return new Sequence(newName, start, increment, minimum, maximum, cache, cycle, type, ownedBy);
    }

    public Sequence withOwnedBy(Optional<String> newOwner) {
        return new Sequence(name, start, increment, minimum, maximum, cache, cycle, type, newOwner);
    }

    /** {@code author_seq start 1 increment 50}. */
    public String describe() {
        return name + " start " + start + " increment " + increment
                + (cycle ? " cycle" : "")
                + ownedBy.map(owner -> " owned by " + owner).orElse("");
    }
}
