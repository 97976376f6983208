package dev.aludel.runtime;

import dev.aludel.dialect.StepGuard;
import dev.aludel.revision.RevisionId;
import java.sql.SQLException;

/** A step as one transaction: all of it, its rows and its log line, or nothing. */
final class WholeRun implements StepRun.Mode {
    private final RunContext context;
    private final PlannedStep planned;
    private final StepWords words;

    WholeRun(RunContext context, PlannedStep planned) {
        this.context = context;
        this.planned = planned;
        this.words = new StepWords(planned);
    }

    @Override
    public void run(StepGuard guard) throws SQLException {
        StatementRun statements = new StatementRun(context, planned);
        LockRetry.run(context, planned, statements, again -> run(statements, guard));
    }

    private void run(StatementRun statements, StepGuard guard) throws SQLException {
        long started = System.nanoTime();
        context.connection().setAutoCommit(false);
        for (int index = 0; index < planned.statements().size(); index++) {
            statements.run(index);
        }
        writeRows((System.nanoTime() - started) / 1_000_000);
        guard.beforeCommit();
        context.connection().commit();
    }

    private void writeRows(long millis) throws SQLException {
        for (RevisionId id : planned.deleted()) {
            context.history().delete(id);
        }
        for (PlannedRow row : planned.inserted()) {
            context.history().insert(row, millis);
        }
        context.history()
                .log(planned.step().direction(), planned.step().revision().id(), "done", millis, words.wayBack());
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
