package dev.aludel.runtime;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a backfill is; its text stands in the history.
 *
 * @param rows how many rows are updated
 * @param expected how many the database expected in all when it began; empty where it did not say
 * @param lastKey the key of the last row that is done, as text
 */
record BackfillProgress(long rows, OptionalLong expected, String lastKey) {
    private static final Pattern FORMAT =
            Pattern.compile("(\\d+)(?: of about (\\d+))? rows, up to (.*)", Pattern.DOTALL);

    /** {@code 20000 of about 50000 rows, up to 4711}. */
    String format() {
        return describe() + ", up to " + lastKey;
    }

    /** {@code 20000 of about 50000 rows}. */
    String describe() {
        return rows + (expected.isPresent() ? " of about " + expected.getAsLong() : "") + " rows";
    }

    /** Reads what {@link #format} wrote. */
    static Optional<BackfillProgress> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalLong expected =
                matcher.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(matcher.group(2)));
        return Optional.of(new BackfillProgress(Long.parseLong(matcher.group(1)), expected, matcher.group(3)));
    }
}
