package dev.aludel.runtime;

import dev.aludel.dialect.FailureKind;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Does a part of a step again where it failed because another session held a lock: waiting on and on would keep everybody
 * else waiting behind it. The pauses grow and are not regular, so that two such runs do not meet again and again.
 */
final class LockRetry {
    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final RunContext context;
    private final Subject statements;
    private final long started = System.nanoTime();
    private int tries;

    private LockRetry(RunContext context, Subject statements) {
        this.context = context;
        this.statements = statements;
    }

    /** What is done again. */
    interface Subject {
        /** The step that was at work last. */
        Step step();

        /** What comes now can be done again on its own. */
        void beginPart();

        /** Whether Java code was run in this part. */
        boolean hasRunJava();

        /** The text of the statement that was sent last. */
        Optional<String> last();
    }

    /** A part of a step: all of it takes place, or nothing once the transaction is rolled back. */
    interface Part {
        /** @param again true where it failed before */
        void run(boolean again) throws SQLException;
    }

    /** Runs a part until it is done, or fails for another reason, or has failed for locks for too long. */
    static void run(RunContext context, Subject statements, Part part) throws SQLException {
        statements.beginPart();
        new LockRetry(context, statements).run(part);
    }

    private void run(Part part) throws SQLException {
        while (true) {
            try {
                part.run(tries > 0);
                return;
            } catch (AludelException failure) {
                AludelException told = told(failure, failure);
                pause(told, told.findFact("blocked").orElse(""));
            } catch (SQLException failure) {
                require(failure, failure);
                pause(failure, blockers());
            }
        }
    }

    /** The same failure with who blocks; throws it where it is none of a lock. */
    private AludelException told(AludelException failure, Throwable cause) throws SQLException {
        require(failure, cause);
        String blocked = blockers();
        return failure.with("tried", tries + (tries == 1 ? " time" : " times") + " in " + waited().toSeconds() + " s")
                .with("blocked", blocked)
                .remedy("End the transactions that hold the locks, or wait for them, and run the command again."
                        + " aludel.table-lock-retry=30m tries for longer, aludel.table-lock-timeout=10s waits longer each"
                        + " time, while others queue behind.");
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Rolls back what the part has done so far, where it can be done again. */
    private <T extends Throwable> void require(T failure, Throwable cause) throws T {
        Optional<SQLException> sql = findSql(cause);
        FailureKind kind = sql.map(context.dialect()::classify).orElse(FailureKind.OTHER);
        if (kind != FailureKind.LOCK_TIMEOUT && kind != FailureKind.DEADLOCK) {
            throw failure;
        }
        try {
            if (!context.connection().getAutoCommit()) {
                context.connection().rollback();
            }
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
            throw failure;
        }
        tries++;
    }

    private static Optional<SQLException> findSql(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** To name them is a service; that it fails must not hide the failure itself. */
    private String blockers() {
        try {
            List<String> found = context.dialect()
                    .lockWaits()
                    .findBlockers(context.connection(), statements.last().orElse(""));
            endTransaction();
            return found.isEmpty() ? "by a session that is not known" : String.join("\n", found);
        } catch (SQLException notSaid) {
            return "by a session that the database does not name: "
                    + context.dialect().describeFailure(notSaid);
        }
    }

    private void endTransaction() throws SQLException {
        if (!context.connection().getAutoCommit()) {
            context.connection().rollback();
        }
    }

    /** Java code may have done what no rollback undoes. */
    private <T extends Throwable> void pause(T failure, String blockers) throws T {
        Duration left = context.timeouts().retry().minus(waited());
        if (left.isNegative() || left.isZero() || statements.hasRunJava()) {
            throw failure;
        }
        long most = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(tries, 10));
        long millis = Math.min(left.toMillis(), ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        context.listener().blocked(statements.step(), blockers, Duration.ofMillis(millis));
        context.interruption().sleep(millis);
        context.tables().forget();
    }
}
