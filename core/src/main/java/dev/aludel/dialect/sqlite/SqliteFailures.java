package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.FailureKind;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what SQLite says when it fails.
 *
 * @see <a href="https://sqlite.org/rescode.html">Result codes</a>
 */
final class SqliteFailures {
    /** {@code [SQLITE_BUSY] The database file is locked (database is locked)}, as the driver has it. */
    private static final Pattern MESSAGE = Pattern.compile("(?s)\\[(SQLITE_\\w+)]\\s+[^(]*\\((.*)\\)\\s*");

    private SqliteFailures() {}

    static String describe(SQLException failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        Matcher matcher = MESSAGE.matcher(message);
        return "SQLite: "
                + (matcher.matches() ? matcher.group(2) + " (" + matcher.group(1) + ")" : message.strip())
                        .replace(TableRebuild.NEW, "");
    }

    static FailureKind classify(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> FailureKind.LOCK_TIMEOUT;
            case 3, 8, 23 -> FailureKind.MISSING_PRIVILEGE;
            case 14, 26 -> FailureKind.NO_SUCH_DATABASE;
            default -> FailureKind.OTHER;
        };
    }
}
