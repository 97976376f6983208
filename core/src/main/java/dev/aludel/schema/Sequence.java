package dev.aludel.schema;

/** A named number generator that no column owns; start and increment as the database has them, usually 1. */
public record Sequence(TableName name, long start, long increment) {

    /** {@code author_seq start 1 increment 50}. */
    public String describe() {
        return name + " start " + start + " increment " + increment;
    }
}
