package dev.aludel.runtime;

import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionId;
import java.util.stream.Collectors;

/** Says in words where a database stands. */
final class Places {
    private Places() {}

    static String of(Heads heads) {
        return heads.ids().isEmpty()
                ? "base (no revision is applied)"
                : heads.ids().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
