package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Parents;
import dev.aludel.revision.RevisionId;
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
     * What shall be joined, and how the new file looks.
     *
     * @param revisions {@code heads}, or at least two revisions
     * @param splice allow revisions that are not heads
     * @param versionPath the directory for the new file; default: beside the first parent
     */
    public record Request(
            List<String> revisions,
            boolean splice,
            String message,
            Optional<String> revisionId,
            List<String> branchLabels,
            Environment.Language language,
            Optional<Path> versionPath) {
        public Request {
            revisions = List.copyOf(revisions);
            branchLabels = List.copyOf(branchLabels);
        }
    }

    /** A table that several sides touch, and the revisions that do. */
    public record Overlap(String table, List<RevisionId> revisions) {}

    /** The new file, and what its reader should look at; {@code unread} says why the sides could not be compared. */
    public record Result(Path file, List<Overlap> overlaps, Optional<String> unread) {}

    /** Writes the merge revision. */
    public Result run(Request request) {
        Scripts scripts = environment.scripts().get();
        Parents parents = scripts.graph().planMerge(request.revisions(), request.splice(), Heads.empty());
        requireSeveral(request.revisions(), parents);
        Path file = new NewScript(environment, scripts)
                .write(new NewScript.Content(
                        request.message(),
                        request.revisionId(),
                        parents,
                        request.branchLabels(),
                        request.language(),
                        request.versionPath(),
                        Optional.empty()));
        try {
            List<Overlap> overlaps =
                    new SharedTables(scripts, () -> environment.database().dialect()).of(parents.down());
            return new Result(file, overlaps, Optional.empty());
        } catch (AludelException unreadable) {
            return new Result(file, List.of(), Optional.of(unreadable.what()));
        }
    }

    private static void requireSeveral(List<String> revisions, Parents parents) {
        if (parents.down().size() < 2) {
            String found = parents.down().isEmpty()
                    ? "no revision"
                    : "only " + parents.down().get(0);
            throw AludelException.of(
                            ErrorCode.INVALID_TARGET,
                            "There is nothing to merge: '" + String.join(" ", revisions) + "' means " + found + ".")
                    .state("No file was written.")
                    .remedy("Name two revisions or more; `aludel heads` lists those that nothing follows.");
        }
    }
}
