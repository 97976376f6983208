package dev.aludel.dialect;

import java.sql.SQLException;

/**
 * Keeps two runs from changing one database at the same time. It belongs to one connection and ends with it at the
 * latest. No call waits for another session: whoever wants to wait asks again.
 */
public interface DatabaseLock {

    /** True where this connection holds the lock now. Once taken, asking again changes nothing. */
    boolean tryAcquire() throws SQLException;

    /** Who holds the lock, from where and since when, for people; says so where nobody does. */
    String describeHolder() throws SQLException;

    /** Gives the lock back; does nothing where this object does not hold it. */
    void release() throws SQLException;
}
