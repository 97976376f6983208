package dev.aludel.revision;

import java.util.List;

/** What a revision that is about to be written stands on: ids to follow, and ids or branch labels to depend on. */
public record Parents(List<RevisionId> down, List<String> dependsOn) {

    public Parents {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
    }
}
