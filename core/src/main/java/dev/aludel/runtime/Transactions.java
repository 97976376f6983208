package dev.aludel.runtime;

/** How a run is put into transactions. */
public enum Transactions {
    /** One for each migration that can be one. */
    MIGRATION,
    /** One for the whole run: all or nothing. */
    RUN,
    /** None: each statement is committed by itself, and counted. */
    NONE
}
