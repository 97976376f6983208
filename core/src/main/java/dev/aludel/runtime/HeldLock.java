package dev.aludel.runtime;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The database's lock while a run holds it. Never waits inside the database: it tries, sleeps and tries again. */
final class HeldLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    private final DatabaseLock lock;
    private final Connection connection;

    private HeldLock(DatabaseLock lock, Connection connection) {
        this.lock = lock;
        this.connection = connection;
    }

    static HeldLock acquire(
            Dialect dialect, Connection connection, HistoryTable tables, Duration timeout, MigrationListener listener)
            throws SQLException {
        DatabaseLock lock = dialect.lock(connection, tables.history().toString());
        long end = System.nanoTime() + timeout.toNanos();
        boolean told = false;
        while (!lock.tryAcquire()) {
            if (!told) {
                listener.waitingForLock(lock.describeHolder());
                told = true;
            }
            if (System.nanoTime() > end) {
                throw locked(lock.describeHolder(), timeout);
            }
            pause();
        }
        return new HeldLock(lock, connection);
    }

    /** The connection is the lock: it is ours as long as the connection lives. */
    void confirm() throws SQLException {
        if (connection.isClosed()) {
            throw new SQLException("the connection that holds the lock is closed", "08003");
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            lock.release();
        }
    }

    /** {@code 60} or {@code 0.5}. */
    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database's lock", interrupted);
        }
    }

    private static AludelException locked(String holder, Duration timeout) {
        return AludelException.of(
                        ErrorCode.LOCKED,
                        "Another run of Aludel has held the lock of this database for more than " + seconds(timeout)
                                + " s.")
                .with("holder", holder)
                .state("Nothing was run; the database is as that run leaves it.")
                .remedy(
                        "Wait for it and run the command again, or wait longer: aludel.lock-timeout=5m. The lock ends with"
                                + " its connection; there is nothing to clean up.");
    }
}
