package dev.aludel.dialect;

import java.sql.SQLException;

/**
 * Watches over what the database itself does not while it runs the statements of one step. Made before the step's first
 * transaction, asked before each of them is committed, and closed when the last has ended, in whatever way.
 */
public interface StepGuard extends AutoCloseable {

    /**
     * Looks at what was done, within its transaction.
     *
     * @throws dev.aludel.error.AludelException where it must not stay
     */
    void beforeCommit() throws SQLException;

    /** Gives the connection back as it was; called in auto-commit mode. */
    @Override
    void close() throws SQLException;

    /** For databases that need none. */
    static StepGuard none() {
        return new StepGuard() {
            @Override
            public void beforeCommit() {}

            @Override
            public void close() {}
        };
    }
}
