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
        String message,
        List<String> replaces) {

    /** The head of a migration that replaces none. */
    public RevisionHeader(
            String id,
            List<String> down,
            List<String> dependsOn,
            List<String> branchLabels,
            Instant created,
            String message) {
        this(id, down, dependsOn, branchLabels, created, message, List.of());
    }

    public RevisionHeader {
        replaces = List.copyOf(replaces);
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }
}
