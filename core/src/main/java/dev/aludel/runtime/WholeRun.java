package dev.aludel.runtime;

import dev.aludel.dialect.StepGuard;
import dev.aludel.revision.RevisionId;
import java.sql.SQLException;

/** A step as one transaction: all of it, its rows and its log line, or nothing. */
final class WholeRun implements StepRun.Mode {
    private final RunContext context;
    private final PlannedStep planned;
    private final StepWords words;
    private boolean skipped;

    WholeRun(RunContext context, PlannedStep planned) {
        this.context = context;
        this.planned = planned;
        this.words = new StepWords(planned);
    }

    @Override
    public boolean run(StepGuard guard) throws SQLException {
        StatementRun statements = new StatementRun(context, planned);
        LockRetry.run(context, statements, again -> run(statements, guard));
        return !skipped;
    }

    private void run(StatementRun statements, StepGuard guard) throws SQLException {
        long started = System.nanoTime();
        context.lock().begin();
        skipped = !context.turns().isDue(planned.step());
        if (skipped) {
            context.connection().rollback();
            return;
        }
        context.limits().begin();
        execute(statements);
        guard.beforeCommit();
        context.history().commitDone(planned, (System.nanoTime() - started) / 1_000_000, words.wayBack());
    }

    /** Does the statements and writes the rows, in the transaction that there is. */
    void write(StatementRun statements, long started) throws SQLException {
        execute(statements);
        context.history().done(planned, (System.nanoTime() - started) / 1_000_000, words.wayBack());
    }

    private void execute(StatementRun statements) throws SQLException {
        for (int index = 0; index < planned.statements().size(); index++) {
            statements.run(index);
        }
        for (RevisionId id : planned.deleted()) {
            context.history().delete(id);
        }
    }

    @Override
    public PlannedStep current() {
        return planned;
    }

    @Override
    public String state() {
        return "This migration's transaction was rolled back: nothing of it is left. The database is at "
                + Places.of(planned.step().before()) + ".";
    }

    @Override
    public String remedy() {
        return "Correct " + words.fileOrMigration() + " and run " + words.again() + " again.";
    }
}
