package dev.aludel.command;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Parents;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Joins branches with a revision that follows several: {@code aludel merge REV…}. */
public final class MergeCommand {
    private final Environment environment;

    public MergeCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * Writes the merge revision.
     *
     * @param revisions {@code heads}, or at least two revisions
     * @return the new file
     */
    public Path run(List<String> revisions, String message, Optional<String> revisionId, List<String> branchLabels) {
        Scripts scripts = environment.scripts().get();
        Parents parents = scripts.graph().planMerge(revisions, false, Heads.empty());
        return new NewScript(environment, scripts)
                .write(new NewScript.Content(
                        message,
                        revisionId,
                        parents,
                        branchLabels,
                        environment.writing().language(),
                        Optional.empty()));
    }
}
