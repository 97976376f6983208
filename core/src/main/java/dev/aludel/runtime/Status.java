package dev.aludel.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a revision is in a database; a row says it in lower case. */
public enum Status {
    APPLIED,
    /** Its upgrade has begun and is not finished: not applied. */
    UPGRADING,
    /** Its downgrade has begun and is not finished: not applied any more. */
    DOWNGRADING;

    private static final Map<String, Status> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Status::word, status -> status));

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
