package dev.aludel.command;

import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.script.Scripts;

/** Brings the database forward: {@code aludel upgrade TARGET}. */
public final class UpgradeCommand {
    private final Environment environment;

    public UpgradeCommand(Environment environment) {
        this.environment = environment;
    }

    /** Runs all that leads to the target and is not applied; the returned plan is empty when nothing was to do. */
    public Plan run(String target) {
        RevisionTarget parsed = RevisionTarget.parse(target);
        Scripts scripts = environment.scripts().get();
        return environment.withConnection(connection -> environment
                .migrator(scripts)
                .run(connection, current -> scripts.graph().upgrade(current, parsed)));
    }
}
