package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import dev.aludel.script.Recording;
import dev.aludel.script.Scripts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what each step of a plan will send: for a run, for a dry run and for a script alike. Compiles, records and
 * renders all of it, so that a mistake in the last file stops the first statement. Needs no connection.
 */
final class StepPlanner {
    private final Scripts scripts;
    private final Dialect dialect;

    StepPlanner(Scripts scripts, Dialect dialect) {
        this.scripts = scripts;
        this.dialect = dialect;
    }

    /** The steps of a plan for a database whose history is as the plan's start says. */
    List<PlannedStep> plan(Plan plan) {
        return plan.isEmpty() ? List.of() : plan(plan, scripts.graph().applied(plan.from()), plan.from());
    }

    /** The steps of a plan for a database that has rows for these revisions. */
    List<PlannedStep> plan(Plan plan, Collection<RevisionId> rows, Heads heads) {
        if (plan.direction() == Direction.STAMP) {
            return List.of(stamp(plan, rows, heads));
        }
        List<PlannedStep> planned = new ArrayList<>();
        List<Recording> recordings = scripts.record(
                plan.steps().stream().map(step -> step.revision().id()).toList());
        for (int i = 0; i < recordings.size(); i++) {
            planned.add(step(plan.steps().get(i), recordings.get(i)));
        }
        return planned;
    }

    private PlannedStep step(Step step, Recording recording) {
        RevisionId id = step.revision().id();
        Optional<String> file = Optional.of(recording.script().file());
        try {
            List<PlannedStatement> down = Statements.render(recording.downgrade(), dialect);
            if (step.direction() == Direction.DOWNGRADE) {
                return new PlannedStep(step, file, down, List.of(id), List.of());
            }
            List<PlannedStatement> up = Statements.render(recording.upgrade(), dialect);
            PlannedRow row = row(step.revision(), Optional.of(recording.checksum()), up.size(), Statements.asSql(down));
            return new PlannedStep(step, file, up, List.of(), List.of(row));
        } catch (AludelException failure) {
            throw failure.findFact("at").isPresent()
                    ? failure
                    : failure.at(recording.script().file());
        }
    }

    /** A stamp only writes and deletes rows, all at once: those by which what is applied and what shall be differ. */
    private PlannedStep stamp(Plan plan, Collection<RevisionId> rows, Heads heads) {
        RevisionGraph graph = scripts.graph();
        Set<RevisionId> after = graph.applied(plan.to());
        List<PlannedRow> inserted = graph.revisions().stream()
                .filter(revision -> after.contains(revision.id()) && !rows.contains(revision.id()))
                .map(revision -> row(revision, Optional.empty(), 0, Optional.empty()))
                .toList();
        List<RevisionId> deleted =
                rows.stream().filter(id -> !after.contains(id)).sorted().toList();
        Revision last = plan.steps().get(plan.steps().size() - 1).revision();
        Step whole = new Step(last, Direction.STAMP, heads, plan.to());
        return new PlannedStep(whole, Optional.empty(), List.of(), deleted, inserted);
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
