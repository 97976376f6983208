package dev.aludel.command;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.script.Scripts;

/** Brings the database forward: {@code aludel upgrade TARGET}. */
public final class UpgradeCommand {
    static final String SEVERAL_HEADS = "Join them with " + MultipleHeads.JOIN
            + " and run this command again. Or leave them apart: `aludel upgrade heads` applies all,"
            + " `aludel upgrade ID` one of them.";

    private final Environment environment;

    public UpgradeCommand(Environment environment) {
        this.environment = environment;
    }

    /** Runs all that leads to the target and is not applied; the returned plan is empty when nothing was to do. */
    public Plan run(String target) {
        RevisionTarget parsed = RevisionTarget.parse(target);
        environment.directory().requireDirectory();
        return environment.withScripts((scripts, connection) -> environment
                .migrator(scripts)
                .run(
                        connection,
                        (all, current, halfDone) -> environment
                                .onDatabaseAhead()
                                .plan(scripts.graph(), all, current, halfDone, heads -> plan(scripts, heads, parsed))));
    }

    private static Plan plan(Scripts scripts, Heads heads, RevisionTarget target) {
        return MultipleHeads.advise(SEVERAL_HEADS, () -> scripts.graph().upgrade(heads, target));
    }
}
