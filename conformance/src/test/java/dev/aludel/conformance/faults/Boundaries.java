package dev.aludel.conformance.faults;

import dev.aludel.revision.Step;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.PlannedStatement;
import java.time.Duration;
import java.util.OptionalLong;

/** Disturbs a run where one part of the work is done, and the next is not begun. */
final class Boundaries implements MigrationListener {
    private final int wanted;
    private final Disturbance disturbance;
    private int passed;

    /** What is done to a run. */
    interface Disturbance {
        void happen() throws Exception;
    }

    /** Disturbs at the boundary of this number, counted from 0; nowhere for -1. */
    Boundaries(int wanted, Disturbance disturbance) {
        this.wanted = wanted;
        this.disturbance = disturbance;
    }

    int passed() {
        return passed;
    }

    private void pass() {
        if (passed++ == wanted) {
            try {
                disturbance.happen();
            } catch (Exception failure) {
                throw new IllegalStateException("the test could not disturb the run", failure);
            }
        }
    }

    @Override
    public void statementStarted(Step step, PlannedStatement statement) {
        pass();
    }

    @Override
    public void statementFinished(Step step, PlannedStatement statement, Duration took) {
        pass();
    }

    @Override
    public void backfilled(Step step, long rows, OptionalLong expected) {
        pass();
    }

    @Override
    public void stepFinished(Step step, int number, int steps, Duration took) {
        pass();
    }
}
