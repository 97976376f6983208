package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.revision.Step;
import dev.aludel.runtime.EditedRevision;
import dev.aludel.runtime.HalfDone;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.PlannedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Tells several listeners the same, in order; they are made when there is something to tell. */
final class ProjectListeners implements MigrationListener {
    private final Supplier<List<MigrationListener>> listeners;

    ProjectListeners(Supplier<List<MigrationListener>> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void arguments(Map<String, String> arguments) {
        listeners.get().forEach(listener -> listener.arguments(arguments));
    }

    @Override
    public void edited(List<EditedRevision> revisions) {
        listeners.get().forEach(listener -> listener.edited(revisions));
    }

    @Override
    public void planned(int steps) {
        listeners.get().forEach(listener -> listener.planned(steps));
    }

    @Override
    public void stepStarted(Step step, int number, int steps) {
        listeners.get().forEach(listener -> listener.stepStarted(step, number, steps));
    }

    @Override
    public void stepContinued(Step step, HalfDone halfDone) {
        listeners.get().forEach(listener -> listener.stepContinued(step, halfDone));
    }

    @Override
    public void statementStarted(Step step, PlannedStatement statement) {
        listeners.get().forEach(listener -> listener.statementStarted(step, statement));
    }

    @Override
    public void backfilled(Step step, long rows, OptionalLong expected) {
        listeners.get().forEach(listener -> listener.backfilled(step, rows, expected));
    }

    @Override
    public void statementFinished(Step step, PlannedStatement statement, Duration took) {
        listeners.get().forEach(listener -> listener.statementFinished(step, statement, took));
    }

    @Override
    public void stepFinished(Step step, int number, int steps, Duration took) {
        listeners.get().forEach(listener -> listener.stepFinished(step, number, steps, took));
    }

    @Override
    public void stepFailed(Step step, AludelException failure) {
        listeners.get().forEach(listener -> listener.stepFailed(step, failure));
    }

    @Override
    public void wayBackNotStored(Step step) {
        listeners.get().forEach(listener -> listener.wayBackNotStored(step));
    }

    @Override
    public void blocked(Step step, String blockers, Duration pause) {
        listeners.get().forEach(listener -> listener.blocked(step, blockers, pause));
    }

    @Override
    public void pooled() {
        listeners.get().forEach(MigrationListener::pooled);
    }

    @Override
    public void stepSkipped(Step step, int number, int steps) {
        listeners.get().forEach(listener -> listener.stepSkipped(step, number, steps));
    }

    @Override
    public void waitingForLock(String holder) {
        listeners.get().forEach(listener -> listener.waitingForLock(holder));
    }
}
