package dev.aludel.command;

import dev.aludel.dialect.Impact;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.runtime.HalfDone;
import dev.aludel.runtime.Migrator;
import dev.aludel.runtime.PlannedStatement;
import dev.aludel.runtime.PlannedStep;
import dev.aludel.runtime.Preview;
import dev.aludel.script.Scripts;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a run would do, in order, without doing it: {@code aludel plan}, {@code --dry-run}. Compiles and renders the
 * migrations as the run would; takes no lock and writes nothing.
 */
public final class PlanCommand {
    private final Environment environment;
    private final Optional<List<String>> from;

    /** {@code from}: where the database is said to be, so that none is asked; empty: where it is. */
    public PlanCommand(Environment environment, Optional<List<String>> from) {
        this.environment = environment;
        this.from = from;
    }

    /** A plan, what each of its steps would send, and which of them an earlier run left half-done. */
    public record Result(Plan plan, List<PlannedStep> steps, List<HalfDone> continued) {}

    public Result upgrade(String target) {
        RevisionTarget parsed = RevisionTarget.parse(target);
        RevisionGraph files = environment.scripts().get().graph();
        return plan((all, current, halfDone) -> environment
                .onDatabaseAhead()
                .plan(
                        files,
                        all,
                        current,
                        halfDone,
                        heads -> MultipleHeads.advise(
                                UpgradeCommand.SEVERAL_HEADS, () -> files.upgrade(heads, parsed))));
    }

    public Result downgrade(String target) {
        RevisionTarget parsed = RevisionTarget.parse(target);
        return plan((graph, current, halfDone) -> graph.downgrade(current, parsed));
    }

    public Result stamp(List<String> targets) {
        List<RevisionTarget> parsed =
                targets.stream().map(RevisionTarget::parse).toList();
        RevisionGraph files = environment.scripts().get().graph();
        return plan((all, current, halfDone) ->
                MultipleHeads.advise(StampCommand.SEVERAL_HEADS, () -> files.stamp(current, parsed)));
    }

    /** What a statement of a result does to others; nothing is known of Java code. */
    public Impact impact(PlannedStatement statement) {
        Optional<SqlStatement> sql = statement.sql();
        return sql.isPresent() ? environment.database().dialect().impact(sql.get()) : Impact.none();
    }

    private Result plan(Migrator.Planner planner) {
        environment.directory().requireDirectory();
        Scripts scripts = environment.scripts().get();
        RevisionGraph graph = scripts.graph();
        Migrator migrator = environment.migrator(scripts);
        if (from.isPresent()) {
            Plan plan = planner.plan(graph, PretendedHeads.of(graph, from.get()), List.of());
            return new Result(plan, migrator.preview(plan), List.of());
        }
        Preview preview = environment.withConnection(connection -> migrator.preview(connection, planner));
        return new Result(preview.plan(), preview.steps(), preview.continued());
    }
}
