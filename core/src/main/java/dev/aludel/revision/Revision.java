package dev.aludel.revision;

import java.time.Instant;
import java.util.List;

/**
 * One migration as the graph sees it: its name and what it stands on.
 *
 * @param down the revisions that it follows: none for a base, several for a merge
 * @param dependsOn ids or branch labels of revisions that must be applied before it without being its branch
 * @param branchLabels names for the branch that begins here
 * @param message one line for people
 * @param created when the revision was written; orders revisions that do not depend on one another
 * @param source where it was declared, as people should see it (a file's path); for messages only
 * @param replaces the revisions that it was squashed from and that have no files any more, oldest first
 */
public record Revision(
        RevisionId id,
        List<RevisionId> down,
        List<String> dependsOn,
        List<String> branchLabels,
        String message,
        Instant created,
        String source,
        List<RevisionId> replaces) {

    /** A revision that replaces none. */
    public Revision(
            RevisionId id,
            List<RevisionId> down,
            List<String> dependsOn,
            List<String> branchLabels,
            String message,
            Instant created,
            String source) {
        this(id, down, dependsOn, branchLabels, message, created, source, List.of());
    }

    public Revision {
        replaces = List.copyOf(replaces);
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }

    /** Whether it joins several revisions. */
    public boolean isMergePoint() {
        return down.size() > 1;
    }

    /** Whether it is the first revision of a branch: it follows none (it may still depend on some). */
    public boolean isBase() {
        return down.isEmpty();
    }
}
