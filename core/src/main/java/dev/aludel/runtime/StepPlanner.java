package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Plan;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import dev.aludel.script.Recording;
import dev.aludel.script.Scripts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out what each step of a plan will send: for a run, for a dry run and for a script alike. Compiles, records and
 * renders all of it, so that a mistake in the last file stops the first statement. Needs no connection.
 */
final class StepPlanner {
    private final Scripts scripts;
    private final Dialect dialect;
    private final ExpectedTables tables;
    private final Function<RevisionId, Optional<HistoryRow>> stored;
    private final Transactions transactions;

    /** A planner for a run that shall begin with these tables, and may take back what only the database has. */
    StepPlanner(Scripts scripts, Dialect dialect, ExpectedTables tables, Ahead ahead, Transactions transactions) {
        this(scripts, dialect, tables, ahead::find, transactions);
    }

    private StepPlanner(
            Scripts scripts,
            Dialect dialect,
            ExpectedTables tables,
            Function<RevisionId, Optional<HistoryRow>> stored,
            Transactions transactions) {
        this.scripts = scripts;
        this.dialect = dialect;
        this.tables = tables;
        this.stored = stored;
        this.transactions = transactions;
    }

    /** A planner that knows no table but those that the plan itself makes. */
    StepPlanner(Scripts scripts, Dialect dialect) {
        this(scripts, dialect, ExpectedTables.none(), id -> Optional.empty(), Transactions.MIGRATION);
    }

    /** The steps of a plan for a database whose history is as the plan's start says. */
    List<PlannedStep> plan(Plan plan) {
        if (plan.isEmpty()) {
            return List.of();
        }
        List<AppliedRevision> applied = scripts.graph().applied(plan.from()).stream()
                .map(id -> new AppliedRevision(id, scripts.graph().parents(id)))
                .toList();
        return plan(plan, new Standing(applied, List.of()), id -> true);
    }

    /** The steps of a plan for a database that stands here. */
    List<PlannedStep> plan(Plan plan, Standing standing) {
        Set<RevisionId> rows =
                standing.applied().stream().map(AppliedRevision::id).collect(Collectors.toSet());
        return plan(plan, standing, rows::contains);
    }

    /** {@code hasRow}: of revisions that were squashed, whether the history still has rows, which go with the new one. */
    private List<PlannedStep> plan(Plan plan, Standing standing, Predicate<RevisionId> hasRow) {
        if (plan.direction() == Direction.STAMP) {
            return List.of(stamp(plan, standing));
        }
        List<PlannedStep> planned = new ArrayList<>();
        Iterator<Recording> recordings = scripts.record(plan.steps().stream()
                        .map(step -> step.revision().id())
                        .filter(id -> stored.apply(id).isEmpty())
                        .toList())
                .iterator();
        for (Step step : plan.steps()) {
            Optional<HistoryRow> row = stored.apply(step.revision().id());
            if (row.isPresent()) {
                planned.add(shaped(StoredStep.plan(step, row.get(), dialect, tables, standing), Optional.empty()));
            } else {
                Recording recording = recordings.next();
                planned.add(
                        shaped(step(step, recording, hasRow), recording.script().transactional()));
            }
        }
        return planned;
    }

    /** A migration's own word goes before the run's choice. */
    private PlannedStep shaped(PlannedStep step, Optional<Boolean> transactional) {
        return transactional.orElse(transactions != Transactions.NONE) ? step : step.withoutTransactions();
    }

    private PlannedStep step(Step step, Recording recording, Predicate<RevisionId> hasRow) {
        RevisionId id = step.revision().id();
        Optional<String> file = Optional.of(recording.script().file());
        Optional<String> checksum = Optional.of(recording.checksum());
        try {
            if (step.direction() == Direction.DOWNGRADE) {
                List<PlannedStatement> down = Statements.render(recording.downgrade(), dialect, tables);
                List<RevisionId> deleted = Stream.concat(
                                Stream.of(id),
                                step.revision().replaces().stream().filter(hasRow))
                        .toList();
                return new PlannedStep(step, file, checksum, down, deleted, List.of());
            }
            List<PlannedStatement> up = Statements.render(recording.upgrade(), dialect, tables);
            List<PlannedStatement> down = Statements.render(recording.downgrade(), dialect, tables.later());
            PlannedRow row = row(step.revision(), checksum, up.size(), Statements.asSql(down));
            return new PlannedStep(step, file, checksum, up, List.of(), List.of(row));
        } catch (AludelException failure) {
            throw failure.findFact("at").isPresent()
                    ? failure
                    : failure.at(recording.script().file());
        }
    }

    /**
     * A stamp only writes and deletes rows, all at once: those by which what is applied and what shall be differ. What is
     * half-done it forgets.
     */
    private PlannedStep stamp(Plan plan, Standing standing) {
        RevisionGraph graph = scripts.graph();
        Set<RevisionId> after = graph.applied(plan.to());
        Set<RevisionId> before =
                standing.applied().stream().map(AppliedRevision::id).collect(Collectors.toSet());
        List<PlannedRow> inserted = graph.revisions().stream()
                .filter(revision -> after.contains(revision.id()) && !before.contains(revision.id()))
                .map(revision -> row(revision, Optional.empty(), 0, Optional.empty()))
                .toList();
        List<RevisionId> deleted = Stream.concat(
                        before.stream().filter(id -> !after.contains(id)),
                        standing.halfDone().stream().map(HalfDone::id))
                .sorted()
                .toList();
        Revision last = plan.steps().get(plan.steps().size() - 1).revision();
        Step whole = new Step(last, Direction.STAMP, standing.heads(), plan.to());
        return new PlannedStep(whole, Optional.empty(), Optional.empty(), List.of(), deleted, inserted);
    }

    private PlannedRow row(Revision revision, Optional<String> checksum, int statements, Optional<String> downgrade) {
        return new PlannedRow(
                revision.id(),
                scripts.graph().parents(revision.id()),
                revision.message(),
                checksum,
                statements,
                downgrade);
    }
}
