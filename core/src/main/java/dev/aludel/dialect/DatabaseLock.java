package dev.aludel.dialect;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps two runs from changing one database at the same time. It belongs to one connection and ends with it at the
 * latest. No call waits for another session: whoever wants to wait asks again.
 */
public interface DatabaseLock {

    /**
     * True where this connection holds the lock now. Once taken, asking again changes nothing. False also where no session
     * can hold it ({@link #isPooled}).
     */
    boolean tryAcquire() throws SQLException;

    /**
     * Whether a pooler or proxy stands before the database and may give each transaction another session; known once the lock
     * was tried. Then a lock holds for one transaction.
     */
    default boolean isPooled() {
        return false;
    }

    /**
     * Takes the lock until the transaction ends; false where somebody else holds it.
     *
     * @throws UnsupportedOperationException where the database has no such lock, and so is never pooled
     */
    default boolean tryAcquireForTransaction() throws SQLException {
        throw new UnsupportedOperationException("no lock of a transaction");
    }

    /** Asks the database whether this connection still holds the lock: whoever is allowed to can take it away. */
    boolean isHeld() throws SQLException;

    /**
     * The same as a condition that a statement which writes may have; empty where a replica would work it out for itself, and
     * leave out the rows.
     */
    default Optional<String> heldCondition() {
        return Optional.empty();
    }

    /** Who holds the lock, from where and since when, for people; says so where nobody does. */
    String describeHolder() throws SQLException;

    /** Gives the lock back; does nothing where this object does not hold it. */
    void release() throws SQLException;
}
