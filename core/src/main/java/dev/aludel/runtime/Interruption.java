package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run from another thread, as when the process is told to end: the statement that runs is cancelled, and no other one
 * begins. The run then fails as for any other reason: it rolls back, frees the lock and says where the database is. Java code
 * of a migration is not disturbed; the run ends behind it.
 */
public final class Interruption {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

    /** Asks the run to end; may be called again where a statement was not cancelled yet. */
    public void request() {
        requested.countDown();
        Statement statement = running.get();
        if (statement != null) {
            cancel(statement);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException notCancelled) {
            // it ends in its own time
        }
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /**
     * Passes where nobody asked the run to end.
     *
     * @throws AludelException (RUN-011) otherwise
     */
    void require() {
        if (isRequested()) {
            throw failure();
        }
    }

    /** Waits so long, or until somebody asks the run to end; then throws. */
    void sleep(long millis) {
        try {
            if (requested.await(millis, TimeUnit.MILLISECONDS)) {
                throw failure();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for locks", interrupted);
        }
    }

    /** Something that a statement does. */
    interface Call<T> {
        T run() throws SQLException;
    }

    /** Lets a statement run that a request cancels. */
    <T> T run(Statement statement, Call<T> call) throws SQLException {
        running.set(statement);
        try {
            require();
            return call.run();
        } finally {
            running.set(null);
        }
    }

    /** Sends SQL text as it stands, which a request cancels. */
    void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            run(statement, () -> statement.execute(sql));
        }
    }

    static AludelException failure() {
        return AludelException.of(ErrorCode.INTERRUPTED, "The run was told to end before it was done.");
    }
}
