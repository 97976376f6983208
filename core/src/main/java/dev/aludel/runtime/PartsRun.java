package dev.aludel.runtime;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.StepGuard;
import dev.aludel.error.AludelException;
import dev.aludel.operation.Backfill;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step that cannot be one transaction. The history counts what is done: a row says from the start that the revision is
 * half-done, each part is committed together with the new count, and whoever runs the step again continues there. A
 * statement that refuses transactions is announced before it is sent, and counted after it is done; after a crash in between
 * {@link InterruptedStatement} finds out whether it is, or a person has to.
 */
final class PartsRun implements StepRun.Mode {
    private final RunContext context;
    private final PlannedStep planned;
    private final StepWords words;
    private final Optional<HalfDone> halfDone;
    private final StatementRun statements;
    private final RevisionId id;
    private final boolean upgrade;
    private int done;
    private Optional<BackfillProgress> progress;
    private boolean announced;

    PartsRun(RunContext context, PlannedStep planned, Optional<HalfDone> halfDone) {
        this.context = context;
        this.planned = planned;
        this.words = new StepWords(planned);
        this.halfDone = halfDone;
        this.statements = new StatementRun(context, planned);
        this.id = planned.step().revision().id();
        this.upgrade = planned.step().direction() == Direction.UPGRADE;
        this.done = halfDone.map(HalfDone::statementsDone).orElse(0);
        this.progress = halfDone.flatMap(HalfDone::progress).flatMap(BackfillProgress::parse);
        this.announced = halfDone.filter(HalfDone::isInDoubt).isPresent();
    }

    @Override
    public boolean run(StepGuard guard) throws SQLException {
        long started = System.nanoTime();
        if (halfDone.isPresent()) {
            context.listener().stepContinued(planned.step(), halfDone.get());
            clearInterrupted();
        }
        if (halfDone.filter(before -> !before.isUntouched()).isEmpty()) {
            begin();
        }
        if (halfDone.filter(HalfDone::isInDoubt).isPresent() && tookEffect()) {
            counted(count(done + 1));
        }
        for (Segment segment : planned.segments(PartsRun::standsAlone)) {
            if (segment.end() > done) {
                runPart(segment, guard);
            }
        }
        finish((System.nanoTime() - started) / 1_000_000);
        return true;
    }

    @Override
    public PlannedStep current() {
        return planned;
    }

    /** True for what gets no transaction, and for what gets many. */
    private static boolean standsAlone(PlannedStatement statement) {
        return !statement.transactional() || statement.isBatched();
    }

    private void begin() throws SQLException {
        context.connection().setAutoCommit(false);
        if (upgrade) {
            if (halfDone.isPresent()) {
                context.history().delete(id);
            }
            for (PlannedRow row : planned.inserted()) {
                context.history().begin(row, planned.announcement(0));
            }
        } else {
            context.history().beginDowngrade(planned, planned.announcement(0));
            for (RevisionId squashed : planned.deletedWithIt()) {
                context.history().delete(squashed);
            }
        }
        context.lock().require();
        context.connection().commit();
        announced = planned.announcement(0).isPresent();
    }

    /** The statement that did not end last time may have left something that stands in its way now. */
    private void clearInterrupted() throws SQLException {
        if (done < planned.statements().size()) {
            Optional<SqlStatement> next = planned.statements().get(done).sql().filter(sql -> !sql.transactional());
            context.connection().setAutoCommit(true);
            if (next.isPresent()) {
                context.dialect().clearInterrupted(context.connection(), next.get());
            }
        }
    }

    private void runPart(Segment segment, StepGuard guard) throws SQLException {
        PlannedStatement first = segment.statements().get(0);
        if (first.operation() instanceof Backfill backfill) {
            repeat(again -> backfill(backfill, segment, guard));
        } else if (segment.transactional()) {
            repeat(again -> together(segment, guard));
        } else {
            context.connection().setAutoCommit(true);
            announce();
            context.lock().require();
            answered(() -> repeat(again -> alone(segment.first(), again)));
            repeat(again -> count(segment.end()));
        }
        counted(segment.end());
        progress = Optional.empty();
    }

    private void counted(int end) {
        done = end;
        announced = planned.announcement(end).isPresent();
    }

    /** The count of the statement before has done it already, but for the first statement of a run that continues. */
    private void announce() throws SQLException {
        if (!announced) {
            count(done);
            announced = true;
        }
    }

    /** A statement that the database refuses is in doubt no more. */
    private void answered(StatementRun.Work work) throws SQLException {
        try {
            work.run();
        } catch (AludelException refused) {
            try {
                context.history().progress(id, done, planned.statements().size(), Optional.empty());
                announced = false;
            } catch (SQLException | AludelException connectionLost) {
                refused.addSuppressed(connectionLost);
            }
            throw refused;
        }
    }

    private void repeat(LockRetry.Part part) throws SQLException {
        LockRetry.run(context, statements, part);
    }

    private void backfill(Backfill backfill, Segment segment, StepGuard guard) throws SQLException {
        Connection connection = context.connection();
        connection.setAutoCommit(false);
        BackfillRun batches = new BackfillRun(context, planned.step(), backfill, progress);
        statements.run(
                segment.first(),
                () -> batches.run(text -> {
                    context.history().batch(id, text.format());
                    connection.commit();
                    progress = Optional.of(text);
                }));
        commit(segment, guard);
    }

    private void together(Segment segment, StepGuard guard) throws SQLException {
        context.connection().setAutoCommit(false);
        for (int index = Math.max(done, segment.first()); index < segment.end(); index++) {
            statements.run(index);
        }
        commit(segment, guard);
    }

    private void commit(Segment segment, StepGuard guard) throws SQLException {
        count(segment.end());
        guard.beforeCommit();
        context.connection().commit();
    }

    private int count(int end) throws SQLException {
        context.history().progress(id, end, planned.statements().size(), planned.announcement(end));
        return end;
    }

    /**
     * A run that died after it sent the next statement, and before it counted it, may have done it.
     *
     * @throws AludelException (RUN-012) where only a person can say so
     */
    private boolean tookEffect() throws SQLException {
        return planned.announcement(done).isPresent() && new InterruptedStatement(context, planned).tookEffect(done);
    }

    /** Outside transactions; what it left where it waited in vain is removed before it is sent again. */
    private void alone(int index, boolean again) throws SQLException {
        Optional<SqlStatement> sql = planned.statements().get(index).sql();
        if (again && sql.isPresent()) {
            context.dialect().clearInterrupted(context.connection(), sql.get());
        }
        if (sql.filter(context.dialect().lockWaits()::waitsUnnoticed).isPresent()) {
            context.limits().withoutWaiting(() -> statements.run(index));
        } else {
            statements.run(index);
        }
    }

    private void finish(long millis) throws SQLException {
        context.connection().setAutoCommit(false);
        if (upgrade) {
            for (PlannedRow row : planned.inserted()) {
                context.history().finish(row, millis);
            }
        } else {
            context.history().delete(id);
        }
        Optional<String> continued = halfDone.map(before ->
                "continued at statement " + (before.statementsDone() + 1) + " of " + before.statementsTotal());
        String detail =
                Stream.concat(continued.stream(), words.wayBack().stream()).collect(Collectors.joining("; "));
        context.history().logDone(planned.step(), millis, Optional.of(detail).filter(text -> !text.isEmpty()));
        context.connection().commit();
    }

    @Override
    public String state() {
        if (done == 0 && progress.isEmpty() && !announced) {
            return "This migration is not one transaction; none of its "
                    + planned.statements().size() + " statements is done. The database is at "
                    + Places.of(planned.step().before()) + ".";
        }
        String batches = progress.map(
                        rows -> " Of the backfill in statement " + (done + 1) + " " + rows.describe() + " are done.")
                .orElse("");
        String doubt = announced
                ? " Statement " + (done + 1) + " was sent and not answered: the next run finds out what became of it."
                : "";
        return "This migration is not one transaction: " + done + " of "
                + planned.statements().size() + " statements are done and stay, and the history has counted them."
                + batches
                + doubt
                + " The database is at "
                + Places.of(upgrade ? planned.step().before() : planned.step().after()) + ", with " + id
                + " half-done.";
    }

    @Override
    public String stateUnanswered() {
        int all = planned.statements().size();
        if (done < all || done == 0) {
            return state() + " What was being committed when the connection was lost is done and counted, or neither.";
        }
        return "This migration is not one transaction: all " + all + " statements are done and stay. The connection was"
                + " lost before the database answered the commit that ends the step: it is at "
                + Places.of(planned.step().after()) + ", or " + id + " is half-done with nothing left to do in it."
                + " `aludel current` says which.";
    }

    @Override
    public String remedy() {
        String where = progress.isPresent() ? "after the last batch that is done" : "at statement " + (done + 1);
        String edited = done == 0 && progress.isEmpty()
                ? "Correct " + words.fileOrMigration() + ", or what the database complains of, and run "
                : "Correct what the database complains of, and run ";
        String file = done == 0 && progress.isEmpty()
                ? ""
                : " If the file must change, change nothing that is done, and let `aludel repair` accept it first.";
        return edited + words.again() + " again: it continues " + where + "." + file;
    }
}
