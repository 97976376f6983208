package dev.aludel.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a revision is in a database; a row says it in lower case. */
public enum Status {
    APPLIED,
    /** Its upgrade has begun and is not finished: not applied. */
    UPGRADING,
    /** Its downgrade has begun and is not finished: not applied any more. */
    DOWNGRADING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> find(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
