package dev.aludel.dialect.sqlite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a version of SQLite can do; one that is not known can do little. */
record Version(int major, int minor) {
    private static final Pattern TEXT = Pattern.compile("(\\d+)\\.(\\d+).*");

    static Version of(Optional<String> text) {
        Matcher matcher = TEXT.matcher(text.orElse("3.0"));
        return matcher.matches()
                ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new Version(3, 0);
    }

    /** Since 3.53: {@code SET NOT NULL}, {@code DROP NOT NULL}, {@code ADD CHECK} and {@code DROP CONSTRAINT} of checks. */
    boolean altersConstraints() {
        return major > 3 || minor >= 53;
    }
}
