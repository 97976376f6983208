package dev.aludel.autogenerate.render;

import java.time.Instant;
import java.util.List;

/** What stands at the head of a new migration, in plain text. */
public record RevisionHeader(
        String id,
        List<String> down,
        List<String> dependsOn,
        List<String> branchLabels,
        Instant created,
        String message) {
    public RevisionHeader {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }
}
