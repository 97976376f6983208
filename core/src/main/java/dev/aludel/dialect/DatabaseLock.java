package dev.aludel.dialect;

import java.sql.SQLException;

/** A lock that one connection holds, and that the database frees when that connection ends. */
public interface DatabaseLock {

    /** Takes the lock if it is free; never waits. */
    boolean tryAcquire() throws SQLException;

    /** Who holds it, since when, in one line for people. */
    String describeHolder() throws SQLException;

    /** Frees it; does nothing when it is not held. */
    void release() throws SQLException;
}
