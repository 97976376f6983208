package dev.aludel.runtime;

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
    private final PlannedStep planned;
    private final StepWords words;
    private final Mode mode;

    /** How a step is put into transactions, and what that means for whoever reads of its failure. */
    interface Mode {
        /** @param guard asked before each commit */
        void run(StepGuard guard) throws SQLException;

        /** The state that a failure left. */
        String state();

        /** What to do after it. */
        String remedy();
    }

    /** @param halfDone how far an earlier run came with this step */
    StepRun(RunContext context, PlannedStep planned, Optional<HalfDone> halfDone) {
        this.context = context;
        this.planned = planned;
        this.words = new StepWords(planned);
        boolean whole = planned.isTransactional() && halfDone.isEmpty();
        this.mode = whole ? new WholeRun(context, planned) : new PartsRun(context, planned, halfDone);
    }

    void run() throws SQLException {
        List<Operation> operations = planned.statements().stream()
                .flatMap(statement -> statement.operations().stream())
                .toList();
        try (StepGuard guard = context.dialect().guard(context.connection(), operations)) {
            run(guard);
        }
    }

    private void run(StepGuard guard) throws SQLException {
        long started = System.nanoTime();
        try {
            mode.run(guard);
        } catch (AludelException failure) {
            undo(failure);
            AludelException told = failure.findFact("state").isPresent()
                    ? failure
                    : failure.state(mode.state()).remedy(failure.findFact("do").orElseGet(mode::remedy));
            log(told, (System.nanoTime() - started) / 1_000_000);
            context.listener().stepFailed(planned.step(), told);
            throw told;
        } catch (SQLException failure) {
            undo(failure);
            AludelException told = AludelException.of(
                            ErrorCode.DATABASE_FAILED,
                            "The history could not be written while " + words.doing() + ".",
                            failure)
                    .with("db", context.dialect().describeFailure(failure))
                    .state(mode.state())
                    .remedy("Mend what the database complains of, and run " + words.again() + " again.");
            context.listener().stepFailed(planned.step(), told);
            throw told;
        } catch (RuntimeException | Error defect) {
            undo(defect);
            throw defect;
        }
        context.connection().setAutoCommit(true);
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
                    .log(
                            planned.step().direction(),
                            planned.step().revision().id(),
                            "failed",
                            millis,
                            Optional.of(failure.format()));
        } catch (SQLException notLogged) {
            failure.addSuppressed(notLogged);
        }
    }
}
