package dev.aludel.runtime;

import dev.aludel.test.TestDatabase;
import java.sql.SQLException;

/** Ends connections as an administrator does. */
final class Kill {
    private Kill() {}

    /** Ends all connections of a database that hold Aludel's lock. */
    static void others(TestDatabase database) {
        try {
            database.execute(
                    "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                            + " WHERE l.locktype = 'advisory' AND d.datname = current_database()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
