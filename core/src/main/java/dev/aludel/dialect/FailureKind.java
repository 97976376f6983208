package dev.aludel.dialect;

/** Sorts what a database refuses into the few cases for which there is advice. */
public enum FailureKind {
    /** Nobody answers at the address, or the server takes no more connections. */
    UNREACHABLE,
    /** Wrong user or password. */
    ACCESS_DENIED,
    /** The user may connect, but not do this. */
    MISSING_PRIVILEGE,
    NO_SUCH_DATABASE,
    /** The server, the session or its user takes no writes. */
    READ_ONLY,
    /** Another session held a lock for longer than this one would wait. */
    LOCK_TIMEOUT,
    /** Two sessions waited for one another, and the database rolled back the transaction of this one. */
    DEADLOCK,
    /** The connection was there and is gone: what the last statement did is not known. */
    CONNECTION_LOST,
    OTHER
}
