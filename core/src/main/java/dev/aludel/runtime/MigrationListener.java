package dev.aludel.runtime;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.revision.Step;
import java.time.Duration;

/** Is told what a run does, in order; all methods do nothing unless overridden. Must not throw. */
public interface MigrationListener {

    /** Hears nothing. */
    MigrationListener SILENT = new MigrationListener() {};

    /** The steps that will run, before the first of them. */
    default void planned(int steps) {}

    default void stepStarted(Step step, int number, int steps) {}

    /** A statement is about to be sent. */
    default void statementStarted(Step step, SqlStatement statement) {}

    default void stepFinished(Step step, int number, int steps, Duration took) {}

    /** Another run holds the lock; told once, with who and since when. */
    default void waitingForLock(String holder) {}
}
