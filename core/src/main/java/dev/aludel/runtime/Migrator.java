package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
 *   <li>Where another session holds a lock for longer than a statement waits, the step's transaction is rolled back, and
 *       the step begins anew after a pause ({@link LockRetry}).
 *   <li>A step with a statement that refuses transactions, or with a backfill, runs in parts. The history counts what is
 *       done, does not call the revision applied before all is, and the next run continues where this one stopped.
 *   <li>Free the lock, whatever happened; the database frees it too when the process dies.
 * </ol>
 */
public final class Migrator {
    private final Scripts scripts;
    private final Dialect dialect;
    private final HistoryTable tables;
    private final Timeouts timeouts;
    private final MigrationListener listener;

    public Migrator(
            Scripts scripts, Dialect dialect, HistoryTable tables, Timeouts timeouts, MigrationListener listener) {
        this.scripts = scripts;
        this.dialect = dialect;
        this.tables = tables;
        this.timeouts = timeouts;
        this.listener = listener;
    }

    /**
     * Plans against the live history and runs the plan.
     *
     * @param planner makes the plan from the rows of the history; called again after the lock was waited for
     * @return the plan that was run; without steps when there was nothing to do
     */
    public Plan run(Connection connection, Function<Heads, Plan> planner) throws SQLException {
        return run(connection, (graph, heads) -> planner.apply(heads));
    }

    /** Makes a plan. */
    public interface Planner {
        /**
         * @param graph the revisions of the files, and those that only the database has
         * @param heads of the database
         */
        Plan plan(RevisionGraph graph, Heads heads);
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
        if (before.equals(Standing.EMPTY) && plan.direction() == Direction.UPGRADE) {
            OtherTools.refuse(history.findOtherTool(connection));
        }
        try (HeldLock lock = HeldLock.acquire(dialect, connection, tables, timeouts.run(), listener)) {
            lock.confirm();
            Standing now = history.standing(connection);
            Ahead aheadNow = now.equals(before) ? ahead : ahead(connection, now);
            Plan current = now.equals(before) ? plan : plan(planner, now, aheadNow);
            if (!current.steps().isEmpty()) {
                runSteps(connection, history, current, now, aheadNow);
            }
            return current;
        }
    }

    private Ahead ahead(Connection connection, Standing standing) throws SQLException {
        Heads heads = new Continuation(standing, tables).heads();
        return Ahead.of(scripts.graph(), heads, new History(dialect, tables), connection);
    }

    private Plan plan(Planner planner, Standing standing, Ahead ahead) {
        Continuation continuation = new Continuation(standing, tables);
        Plan plan = planner.plan(ahead.graph(), continuation.heads());
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
        List<PlannedStep> steps =
                new StepPlanner(scripts, dialect, ExpectedTables.of(connection, dialect), ahead).plan(plan, standing);
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

    private void runSteps(Connection connection, History history, Plan plan, Standing now, Ahead ahead)
            throws SQLException {
        List<PlannedStep> planned =
                new StepPlanner(scripts, dialect, ExpectedTables.of(connection, dialect), ahead).plan(plan, now);
        Continuation continuation = new Continuation(now, tables);
        planned.forEach(continuation::find);
        if (plan.direction() == Direction.UPGRADE) {
            tellEdited(history.rows(connection));
        }
        listener.arguments(scripts.arguments());
        listener.planned(planned.size());
        history.ensureTables(connection);
        try (SessionLimits limits = SessionLimits.set(connection, dialect.lockWaits(), timeouts)) {
            runSteps(
                    planned,
                    continuation,
                    new RunContext(
                            connection,
                            dialect,
                            history,
                            new HistoryWriter(connection, dialect, tables),
                            listener,
                            new LiveTables(connection, dialect),
                            timeouts,
                            limits));
        }
    }

    private void runSteps(List<PlannedStep> planned, Continuation continuation, RunContext context)
            throws SQLException {
        int number = 0;
        for (PlannedStep step : planned) {
            number++;
            listener.stepStarted(step.step(), number, planned.size());
            long started = System.nanoTime();
            new StepRun(context, step, continuation.find(step)).run();
            if (new StepWords(step).wayBack().isPresent()) {
                listener.wayBackNotStored(step.step());
            }
            listener.stepFinished(step.step(), number, planned.size(), Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
