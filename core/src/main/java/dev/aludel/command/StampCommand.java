package dev.aludel.command;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.script.Scripts;
import java.util.List;

/** Writes into the history that the database is at some revisions, without running anything: {@code aludel stamp REV…}. */
public final class StampCommand {
    static final String SEVERAL_HEADS =
            "If the database has all of them: `aludel stamp heads`. If it has one: `aludel stamp ID`.";

    private final Environment environment;

    public StampCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * Stamps; the returned plan is empty when the history says so already.
     *
     * @param purge forget first whatever the history says, even revisions that the files do not know
     */
    public Plan run(List<String> targets, boolean purge) {
        List<RevisionTarget> parsed =
                targets.stream().map(RevisionTarget::parse).toList();
        environment.directory().requireDirectory();
        Scripts scripts = environment.scripts().get();
        return environment.withConnection(connection -> environment
                .migrator(scripts)
                .run(
                        connection,
                        current -> MultipleHeads.advise(
                                SEVERAL_HEADS, () -> scripts.graph().stamp(purge ? Heads.empty() : current, parsed))));
    }
}
