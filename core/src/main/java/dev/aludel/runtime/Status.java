package dev.aludel.runtime;

import java.util.Locale;

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

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
