package dev.aludel.command;

import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;

/** Takes the database back: {@code aludel downgrade TARGET}. */
public final class DowngradeCommand {
    private final Environment environment;

    public DowngradeCommand(Environment environment) {
        this.environment = environment;
    }

    /** Undoes what stands above the target; the returned plan is empty when nothing was to do. */
    public Plan run(String target) {
        RevisionTarget parsed = RevisionTarget.parse(target);
        environment.directory().requireDirectory();
        return environment.withScripts((scripts, connection) -> environment
                .migrator(scripts)
                .run(connection, (graph, current, halfDone) -> graph.downgrade(current, parsed)));
    }
}
