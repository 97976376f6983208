package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Step;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Brings a database from where its history says it is to where a plan ends.
 *
 * <p>The algorithm, in the order in which things can go wrong:
 *
 * <ol>
 *   <li>Read the history (one query) and plan. Nothing to do: done, without lock or write.
 *   <li>Take the database's lock, trying again and again until the time limit; then read and plan anew, because
 *       whoever held the lock may have done the work.
 *   <li>Compile and record all migrations of the plan before the first one runs, and render their statements: a file
 *       that does not compile or a statement that cannot be split stops the run while nothing has happened.
 *   <li>Tell which migrations were edited after they were applied, by their checksums; that stops nothing.
 *   <li>Create the history tables where they are missing.
 *   <li>For each step: one transaction that holds its statements, its history row and its log line. A failure rolls
 *       it back, so that the step leaves nothing behind; earlier steps stay applied.
 *   <li>Before each commit, make sure that the lock is still this run's ({@link HistoryWriter}).
 *   <li>Where another session holds a lock for longer than a statement waits, the step's transaction is rolled back, and
 *       the step begins anew after a pause ({@link LockRetry}).
 *   <li>A step with a statement that refuses transactions, or with a backfill, runs in parts. The history counts what is
 *       done, does not call the revision applied before all is, and the next run continues where this one stopped.
 *   <li>Behind a pooler no session can hold a lock: each step takes it for its transaction, and reads the history there, since
 *       another run may have done the step ({@link Turns}). What needs more than one transaction is refused ({@link Pooled}).
 *   <li>Free the lock, whatever happened; the database frees it too when the process dies.
 * </ol>
 */
public final class Migrator {
    private final Scripts scripts;
    private final Dialect dialect;
    private final HistoryTable tables;
    private final Timeouts timeouts;
    private final MigrationListener listener;
    private final Interruption interruption;
    private final Transactions transactions;

    /** Runs that nobody can end, with one transaction for each migration. */
    public Migrator(
            Scripts scripts, Dialect dialect, HistoryTable tables, Timeouts timeouts, MigrationListener listener) {
        this(scripts, dialect, tables, timeouts, listener, new Interruption(), Transactions.MIGRATION);
    }

    /**
     * @param interruption lets another thread end the runs
     * @param transactions how the runs are put into them
     */
    public Migrator(
            Scripts scripts,
            Dialect dialect,
            HistoryTable tables,
            Timeouts timeouts,
            MigrationListener listener,
            Interruption interruption,
            Transactions transactions) {
        this.scripts = scripts;
        this.dialect = dialect;
        this.tables = tables;
        this.timeouts = timeouts;
        this.listener = listener;
        this.interruption = interruption;
        this.transactions = transactions;
    }

    /**
     * Plans against the live history and runs the plan.
     *
     * @param planner makes the plan from the rows of the history; called again after the lock was waited for
     * @return the plan that was run; without steps when there was nothing to do
     */
    public Plan run(Connection connection, Function<Heads, Plan> planner) throws SQLException {
        return run(connection, (graph, heads, halfDone) -> planner.apply(heads));
    }

    /** Makes a plan. */
    public interface Planner {
        /**
         * @param graph the revisions of the files, and those that only the database has
         * @param heads of the database
         * @param halfDone what stopped in the middle
         */
        Plan plan(RevisionGraph graph, Heads heads, List<HalfDone> halfDone);
    }

    /** The same for a planner that may take back what the files do not have, with the SQL of the history. */
    public Plan run(Connection connection, Planner planner) throws SQLException {
        connection.setAutoCommit(true);
        History history = new History(dialect, tables);
        Standing before = history.standing(connection);
        Ahead ahead = ahead(connection, before);
        Plan plan = plan(planner, before, ahead);
        if (plan.steps().isEmpty()) {
            return plan;
        }
        try (HeldLock lock = HeldLock.acquire(dialect, connection, tables, timeouts.run(), listener, interruption)) {
            if (before.equals(Standing.EMPTY) && plan.direction() == Direction.UPGRADE) {
                OtherTools.refuse(history.findOtherTool(connection));
            }
            Standing now = history.standing(connection);
            Ahead aheadNow = now.equals(before) ? ahead : ahead(connection, now);
            Plan current = now.equals(before) ? plan : plan(planner, now, aheadNow);
            return current.steps().isEmpty()
                    ? current
                    : current.withSteps(runSteps(connection, lock, history, current, now, aheadNow));
        }
    }

    private Ahead ahead(Connection connection, Standing standing) throws SQLException {
        Heads heads = new Continuation(standing, tables).heads();
        return Ahead.of(scripts.graph(), heads, new History(dialect, tables), connection);
    }

    private Plan plan(Planner planner, Standing standing, Ahead ahead) {
        Continuation continuation = new Continuation(standing, tables);
        Plan plan = planner.plan(ahead.graph(), continuation.heads(), standing.halfDone());
        continuation.require(plan);
        return plan;
    }

    /**
     * What a run of this plan would do, worked out by the same code and without a connection.
     *
     * @param plan made for the heads that the database has, or is said to have
     * @throws AludelException where a migration does not compile or cannot be rendered
     */
    public List<PlannedStep> preview(Plan plan) {
        return new StepPlanner(scripts, dialect).plan(plan);
    }

    /**
     * What {@link #run} would do now, worked out by the same code; takes no lock and writes nothing.
     *
     * @param planner as for a run
     * @throws AludelException where a run would be refused, or a migration does not compile or cannot be rendered
     */
    public Preview preview(Connection connection, Planner planner) throws SQLException {
        Standing standing = new History(dialect, tables).standing(connection);
        Ahead ahead = ahead(connection, standing);
        Plan plan = plan(planner, standing, ahead);
        if (plan.isEmpty()) {
            return new Preview(plan, List.of(), List.of());
        }
        List<PlannedStep> steps = planner(connection, ahead).plan(plan, standing);
        Continuation continuation = new Continuation(standing, tables);
        List<HalfDone> continued =
                steps.stream().flatMap(step -> continuation.find(step).stream()).toList();
        return new Preview(plan, steps, continued);
    }

    /** Compiles what is applied already, too: one that does not compile any more stops the run. */
    private void tellEdited(List<HistoryRow> rows) {
        List<EditedRevision> edited =
                Repair.findEdited(rows.stream().filter(row -> !row.isHalfDone()).toList(), scripts);
        if (!edited.isEmpty()) {
            listener.edited(edited);
        }
    }

    private List<Step> runSteps(
            Connection connection, HeldLock lock, History history, Plan plan, Standing now, Ahead ahead)
            throws SQLException {
        List<PlannedStep> planned = planner(connection, ahead).plan(plan, now);
        Continuation continuation = new Continuation(now, tables);
        planned.forEach(continuation::find);
        if (transactions == Transactions.RUN) {
            OneTransactionRun.require(dialect, planned, continuation);
        }
        if (lock.isPerTransaction()) {
            Pooled.requireTransactions(planned, continuation);
        }
        if (plan.direction() == Direction.UPGRADE) {
            tellEdited(history.rows(connection));
        }
        listener.arguments(scripts.arguments());
        listener.planned(planned.size());
        ensureTables(connection, lock, history);
        HistoryWriter writer = new HistoryWriter(connection, dialect, tables, lock);
        if (plan.direction() == Direction.DOWNGRADE) {
            MissingRows.of(ahead.graph(), continuation.heads(), now).add(connection, lock, writer);
        }
        Turns turns = new Turns(connection, history, lock, plan.steps());
        try (SessionLimits limits =
                SessionLimits.set(connection, dialect.lockWaits(), timeouts, lock.isPerTransaction())) {
            return runSteps(
                    planned,
                    continuation,
                    new RunContext(
                            connection,
                            dialect,
                            lock,
                            history,
                            writer,
                            listener,
                            new LiveTables(connection, dialect),
                            timeouts,
                            limits,
                            turns,
                            interruption));
        }
    }

    private StepPlanner planner(Connection connection, Ahead ahead) {
        return new StepPlanner(scripts, dialect, ExpectedTables.of(connection, dialect), ahead, transactions);
    }

    /** Two runs must not create them at once. */
    private static void ensureTables(Connection connection, HeldLock lock, History history) throws SQLException {
        if (!lock.isPerTransaction()) {
            history.ensureTables(connection);
            return;
        }
        lock.begin();
        history.ensureTables(connection);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The steps that this run did; behind a pooler another one may have done some. */
    private List<Step> runSteps(List<PlannedStep> planned, Continuation continuation, RunContext context)
            throws SQLException {
        if (transactions == Transactions.RUN) {
            OneTransactionRun all = new OneTransactionRun(context, planned);
            new StepRun(context, all, planned).run();
            return all.done();
        }
        List<Step> done = new ArrayList<>();
        int number = 0;
        for (PlannedStep step : planned) {
            number++;
            listener.stepStarted(step.step(), number, planned.size());
            long started = System.nanoTime();
            if (!StepRun.of(context, step, continuation.find(step)).run()) {
                context.tables().forget();
                listener.stepSkipped(step.step(), number, planned.size());
                continue;
            }
            done.add(step.step());
            if (new StepWords(step).wayBack().isPresent()) {
                listener.wayBackNotStored(step.step());
            }
            listener.stepFinished(step.step(), number, planned.size(), Duration.ofNanos(System.nanoTime() - started));
        }
        return done;
    }
}
