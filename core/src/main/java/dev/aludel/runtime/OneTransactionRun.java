package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.dialect.StepGuard;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All steps of a run as one transaction: all of them, with their rows and log lines, or nothing. */
final class OneTransactionRun implements StepRun.Mode, LockRetry.Subject {
    private final RunContext context;
    private final List<PlannedStep> steps;
    private final List<Done> done = new ArrayList<>();
    private PlannedStep current;
    private StatementRun statements;
    private boolean javaBegun;

    /** @param steps at least one */
    OneTransactionRun(RunContext context, List<PlannedStep> steps) {
        this.context = context;
        this.steps = List.copyOf(steps);
        this.current = steps.get(0);
        this.statements = new StatementRun(context, current);
    }

    /** A step that is in the transaction. */
    private record Done(PlannedStep planned, int number, Duration took) {}

    /**
     * Passes where all steps can share a transaction.
     *
     * @throws AludelException (RUN-007) otherwise
     */
    static void require(Dialect dialect, List<PlannedStep> steps, Continuation continuation) {
        if (!dialect.features().contains(Feature.TRANSACTIONAL_DDL)) {
            throw refused(
                    dialect.name() + " commits each change of the schema by itself: a run cannot be one transaction.");
        }
        for (PlannedStep step : steps) {
            if (!step.isTransactional() || continuation.find(step).isPresent()) {
                throw refused("The migration " + step.step().revision().id()
                                + " is more than one transaction: the run cannot be one.")
                        .at(step.file().orElse(""));
            }
        }
    }

    private static AludelException refused(String what) {
        return AludelException.of(ErrorCode.NOT_SUPPORTED, what)
                .state("Nothing was run; the database is as it was.")
                .remedy(
                        "Run it with aludel.transactions=migration: one transaction for each migration that can be one.");
    }

    @Override
    public boolean run(StepGuard guard) throws SQLException {
        LockRetry.run(context, this, again -> all(guard));
        for (Done each : done) {
            if (new StepWords(each.planned()).wayBack().isPresent()) {
                context.listener().wayBackNotStored(each.planned().step());
            }
            context.listener().stepFinished(each.planned().step(), each.number(), steps.size(), each.took());
        }
        return !done.isEmpty();
    }

    /** The steps that were done; behind a pooler another run may have done some. */
    List<Step> done() {
        return done.stream().map(each -> each.planned().step()).toList();
    }

    private void all(StepGuard guard) throws SQLException {
        done.clear();
        context.lock().begin();
        context.limits().begin();
        int number = 0;
        for (PlannedStep step : steps) {
            number++;
            current = step;
            statements = new StatementRun(context, step);
            if (context.turns().isDue(step.step())) {
                one(step, number);
            } else {
                context.listener().stepSkipped(step.step(), number, steps.size());
            }
        }
        guard.beforeCommit();
        context.connection().commit();
    }

    private void one(PlannedStep step, int number) throws SQLException {
        context.listener().stepStarted(step.step(), number, steps.size());
        long started = System.nanoTime();
        try {
            new WholeRun(context, step).write(statements, started);
        } finally {
            javaBegun |= statements.hasRunJava();
        }
        done.add(new Done(step, number, Duration.ofNanos(System.nanoTime() - started)));
    }

    @Override
    public PlannedStep current() {
        return current;
    }

    @Override
    public Step step() {
        return current.step();
    }

    @Override
    public void beginPart() {
        javaBegun = false;
    }

    @Override
    public boolean hasRunJava() {
        return javaBegun;
    }

    @Override
    public Optional<String> last() {
        return statements.last();
    }

    @Override
    public String state() {
        return "The run's transaction was rolled back: nothing of its " + steps.size()
                + (steps.size() == 1 ? " migration" : " migrations") + " is left. The database is at "
                + Places.of(steps.get(0).step().before()) + ".";
    }

    @Override
    public String remedy() {
        StepWords words = new StepWords(current);
        return "Correct " + words.fileOrMigration() + " and run " + words.again() + " again.";
    }
}
