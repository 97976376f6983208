package dev.aludel.operation;

/** How long a new table lasts. */
public enum Persistence {
    PERMANENT,
    /** Faster to write, empty after a crash, not replicated. */
    UNLOGGED,
    /** Seen by this connection only, and gone with it. */
    TEMPORARY
}
