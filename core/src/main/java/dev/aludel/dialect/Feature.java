package dev.aludel.dialect;

/** What a database can do that others cannot; asked instead of asking which database it is. */
public enum Feature {
    /** DDL rolls back with its transaction, so that a failed migration leaves nothing behind. */
    TRANSACTIONAL_DDL,
    /** Sequences exist as objects of their own. */
    SEQUENCES,
    /** Tables and columns have comments. */
    COMMENTS
}
