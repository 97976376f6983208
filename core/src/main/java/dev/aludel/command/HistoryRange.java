package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code START:END} of the history; either side may be left out. */
record HistoryRange(Optional<String> start, Optional<String> end) {

    static HistoryRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw AludelException.of(
                            ErrorCode.USAGE,
                            "History range requires [start]:[end], [start]:, or :[end]; this is '" + text + "'.")
                    .state("Nothing was run.")
                    .remedy("For one revision: `aludel show " + text + "`.");
        }
        return new HistoryRange(notEmpty(text.substring(0, colon)), notEmpty(text.substring(colon + 1)));
    }

    /** True when an end is counted from where the database is. */
    boolean needsDatabase() {
        return Stream.concat(start.stream(), end.stream())
                .anyMatch(side -> side.equals("current") || side.startsWith("+") || side.startsWith("-"));
    }

    private static Optional<String> notEmpty(String side) {
        return Optional.of(side).filter(text -> !text.isEmpty());
    }
}
