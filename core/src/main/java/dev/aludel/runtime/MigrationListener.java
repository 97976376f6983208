package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.revision.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Is told what a run does, in order; all methods do nothing unless overridden. It is called on the thread of the run,
 * between statements, and must not throw. A stamp is one step without statements. For example, in an application:
 *
 * <pre>{@code
 * Aludel.migrations("com.example.shop.storage.migrations.versions")
 *         .listener(new MigrationListener() {
 *             @Override
 *             public void stepFinished(Step step, int number, int steps, Duration took) {
 *                 log.info("{} of {}: {} in {}", number, steps, step.revision().message(), took);
 *             }
 *         })
 *         .on(dataSource)
 *         .upgrade("head");
 * }</pre>
 */
public interface MigrationListener {

    /** Hears nothing. */
    MigrationListener SILENT = new MigrationListener() {};

    /** The free arguments of the run ({@code -x key=value}), before anything else. */
    default void arguments(Map<String, String> arguments) {}

    /** Migrations that say something else than when they were applied; told before an upgrade runs anything. */
    default void edited(List<EditedRevision> revisions) {}

    /** The steps that will run, before the first of them; all of them are compiled and rendered. */
    default void planned(int steps) {}

    /** A step begins; {@code number} counts from 1. */
    default void stepStarted(Step step, int number, int steps) {}

    /** A step that an earlier run left half-done goes on after the statements that are done; told after its start. */
    default void stepContinued(Step step, HalfDone halfDone) {}

    /** A statement is about to be sent, or Java code to be run. */
    default void statementStarted(Step step, PlannedStatement statement) {}

    /**
     * A backfill begins, and after that: a batch of it is committed.
     *
     * @param rows how many rows are updated so far, earlier runs included
     * @param expected about how many there are in all; empty where the database cannot say
     */
    default void backfilled(Step step, long rows, OptionalLong expected) {}

    /** A statement is done; where the step is one transaction, it is not committed yet. */
    default void statementFinished(Step step, PlannedStatement statement, Duration took) {}

    /** A step is committed whose way back the history cannot keep, because it is not SQL alone; told before its end. */
    default void wayBackNotStored(Step step) {}

    /** A step is committed, with its rows in the history. */
    default void stepFinished(Step step, int number, int steps, Duration took) {}

    /** A step failed, and what could be rolled back is; the run ends by throwing this failure. */
    default void stepFailed(Step step, AludelException failure) {}

    /**
     * A statement of this step failed because another session held a lock for too long. What its transaction did is rolled
     * back, and it begins anew after the pause.
     *
     * @param blockers who holds locks that may stand in the way, one a line
     */
    default void blocked(Step step, String blockers, Duration pause) {}

    /**
     * A pooler or proxy stands before the database, and may give each transaction another session: the run takes the lock anew
     * for each migration.
     */
    default void pooled() {}

    /** Another run did this step while this one waited for its turn; behind a pooler only. */
    default void stepSkipped(Step step, int number, int steps) {}

    /** Another run holds the lock; told once, with who and since when. */
    default void waitingForLock(String holder) {}
}
