package dev.aludel.revision;

/** What a plan does with its revisions: run them forward, undo them, or only write down where the database stands. */
public enum Direction {
    UPGRADE,
    DOWNGRADE,
    STAMP
}
