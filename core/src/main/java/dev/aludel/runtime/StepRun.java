package dev.aludel.runtime;

import dev.aludel.dialect.FailureKind;
import dev.aludel.dialect.StepGuard;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One step on its way into the database, and what is left to do where it fails: undo, tell, write the log. */
final class StepRun {
    private final RunContext context;
    private final Mode mode;
    private final List<PlannedStep> steps;

    /** How a step is put into transactions, and what that means for whoever reads of its failure. */
    interface Mode {
        /**
         * Runs the step; false where another run did it.
         *
         * @param guard asked before each commit
         */
        boolean run(StepGuard guard) throws SQLException;

        /** The step that was at work last. */
        PlannedStep current();

        /** The state that a failure left. */
        String state();

        /** The state after a lost connection: a commit may have arrived whose answer did not. */
        default String stateUnanswered() {
            return "The connection was lost before the database answered: what was being committed is there with its line"
                    + " in the history, or nothing of it is. `aludel current` says which.";
        }

        /** What to do after it. */
        String remedy();
    }

    /** @param halfDone how far an earlier run came with this step */
    static StepRun of(RunContext context, PlannedStep planned, Optional<HalfDone> halfDone) {
        boolean whole = planned.isTransactional() && halfDone.isEmpty();
        Mode mode = whole ? new WholeRun(context, planned) : new PartsRun(context, planned, halfDone);
        return new StepRun(context, mode, List.of(planned));
    }

    /** @param steps all that the mode runs */
    StepRun(RunContext context, Mode mode, List<PlannedStep> steps) {
        this.context = context;
        this.mode = mode;
        this.steps = List.copyOf(steps);
    }

    /** Runs the step; false where another run did it. */
    boolean run() throws SQLException {
        List<Operation> operations = steps.stream()
                .flatMap(step -> step.statements().stream())
                .flatMap(statement -> statement.operations().stream())
                .toList();
        try (StepGuard guard = context.dialect().guard(context.connection(), operations)) {
            return run(guard);
        }
    }

    private boolean run(StepGuard guard) throws SQLException {
        long started = System.nanoTime();
        boolean ran;
        try {
            ran = mode.run(guard);
        } catch (AludelException failure) {
            undo(failure);
            AludelException told = findInterruption()
                    .orElseGet(() -> failure.findFact("state").isPresent()
                            ? failure
                            : failure.state(mode.state())
                                    .remedy(failure.findFact("do").orElseGet(mode::remedy)));
            log(told, (System.nanoTime() - started) / 1_000_000);
            context.listener().stepFailed(mode.current().step(), told);
            throw told;
        } catch (SQLException failure) {
            undo(failure);
            AludelException told = AludelException.of(
                            ErrorCode.DATABASE_FAILED,
                            "The history could not be written while " + words().doing() + ".",
                            failure)
                    .at(words().fileOrMigration())
                    .with("db", context.dialect().describeFailure(failure))
                    .state(stateAfter(failure))
                    .remedy("Mend what the database complains of, and run " + words().again() + " again.");
            context.listener().stepFailed(mode.current().step(), told);
            throw told;
        } catch (RuntimeException | Error defect) {
            undo(defect);
            throw defect;
        }
        context.connection().setAutoCommit(true);
        return ran;
    }

    private String stateAfter(SQLException failure) {
        return context.dialect().classify(failure) == FailureKind.CONNECTION_LOST
                ? mode.stateUnanswered()
                : mode.state();
    }

    /** What failed because it was told to end says so, instead of what the database said. */
    private Optional<AludelException> findInterruption() {
        return context.interruption().isRequested()
                ? Optional.of(Interruption.failure()
                        .with("while", words().doing())
                        .state(mode.state())
                        .remedy("Run " + words().again() + " again: it goes on from there."))
                : Optional.empty();
    }

    private StepWords words() {
        return new StepWords(mode.current());
    }

    /** When even the rollback fails, the connection is lost, and the database rolls back by itself. */
    private void undo(Throwable failure) {
        try {
            if (!context.connection().getAutoCommit()) {
                context.connection().rollback();
            }
            context.connection().setAutoCommit(true);
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }

    /** A lost log line must not hide the failure that it would tell of. */
    private void log(AludelException failure, long millis) {
        try {
            context.history()
                    .logFailed(
                            mode.current().step().direction(),
                            mode.current().step().revision().id(),
                            millis,
                            failure.format());
        } catch (SQLException notLogged) {
            failure.addSuppressed(notLogged);
        }
    }
}
