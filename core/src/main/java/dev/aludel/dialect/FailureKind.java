package dev.aludel.dialect;

/** What a database's failure means to whoever meets it. */
public enum FailureKind {
    UNREACHABLE,
    ACCESS_DENIED,
    NO_SUCH_DATABASE,
    LOCK_TIMEOUT,
    CONNECTION_LOST,
    OTHER
}
