package dev.aludel.runtime;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The database's lock while a run holds it. Never waits inside the database: it tries, sleeps and tries again. Where a pooler
 * stands before the database, the lock is taken anew for each transaction, and other runs may work in between.
 */
final class HeldLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    private final DatabaseLock lock;
    private final Connection connection;
    private final Duration timeout;
    private final MigrationListener listener;
    private final Interruption interruption;
    private boolean told;

    private HeldLock(
            DatabaseLock lock,
            Connection connection,
            Duration timeout,
            MigrationListener listener,
            Interruption interruption) {
        this.lock = lock;
        this.connection = connection;
        this.timeout = timeout;
        this.listener = listener;
        this.interruption = interruption;
    }

    /** Takes the lock; behind a pooler that is left to {@link #begin}. Must be called in auto-commit mode. */
    static HeldLock acquire(
            Dialect dialect,
            Connection connection,
            HistoryTable tables,
            Duration timeout,
            MigrationListener listener,
            Interruption interruption)
            throws SQLException {
        DatabaseLock lock = dialect.lock(connection, tables.history().toString());
        HeldLock held = new HeldLock(lock, connection, timeout, listener, interruption);
        held.await(() -> lock.tryAcquire() || lock.isPooled());
        if (lock.isPooled()) {
            listener.pooled();
        }
        return held;
    }

    /** True where others may work between the transactions of this run. */
    boolean isPerTransaction() {
        return lock.isPooled();
    }

    /** Begins a transaction that has the lock. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        if (lock.isPooled()) {
            await(this::tryTransaction);
        }
    }

    private boolean tryTransaction() throws SQLException {
        boolean taken = lock.tryAcquireForTransaction();
        if (!taken) {
            connection.rollback();
        }
        return taken;
    }

    /** One attempt to get the lock. */
    private interface Attempt {
        boolean succeeds() throws SQLException;
    }

    private void await(Attempt attempt) throws SQLException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!attempt.succeeds()) {
            if (!told) {
                listener.waitingForLock(lock.describeHolder());
                told = true;
            }
            if (System.nanoTime() > end) {
                throw locked(lock.describeHolder(), timeout);
            }
            pause();
        }
    }

    /**
     * Passes where the lock is still ours.
     *
     * @throws AludelException (RUN-008) where it is not
     */
    void require() throws SQLException {
        if (!lock.isHeld()) {
            throw lost();
        }
    }

    /** The same as a condition of a statement that writes, where the database has one that may stand there. */
    Optional<String> condition() {
        return lock.heldCondition();
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

    private void pause() {
        try {
            interruption.sleep(PAUSE_MILLIS);
        } catch (AludelException interrupted) {
            throw interrupted
                    .state("What was committed before stays; nothing else was run.")
                    .remedy("Run the command again when the other run is done.");
        }
    }

    private static AludelException lost() {
        return AludelException.of(ErrorCode.LOCK_LOST, "This run does not hold the lock of the database any more.")
                .remedy(
                        "Somebody freed it, or what stands between gave this run another session of the database. Look with"
                                + " `aludel log` whether another run is at work, wait for it, and run the command again.");
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
