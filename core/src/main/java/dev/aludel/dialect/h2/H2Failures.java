package dev.aludel.dialect.h2;

import dev.aludel.dialect.FailureKind;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Reads what H2 says when it fails.
 *
 * @see <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">Error codes</a>
 */
final class H2Failures {
    private static final int INDEX_BELONGS_TO_CONSTRAINT = 90085;

    private H2Failures() {}

    static String describe(SQLException failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        // The statement follows, which is said elsewhere, and the code in brackets.
        String own = message.replaceFirst("(?s); SQL statement:\\R.*", "").replaceFirst("(?s) \\[\\d+-\\d+]\\s*$", "");
        String state = failure.getSQLState() == null ? "" : " (SQLSTATE " + failure.getSQLState() + ")";
        return withoutPassword("H2: " + own.strip() + state) + advice(failure);
    }

    private static String advice(SQLException failure) {
        return failure.getErrorCode() == INDEX_BELONGS_TO_CONSTRAINT
                ? "\nA foreign key that is added after an index over its columns uses that index: drop the foreign key, drop"
                        + " the index, and add the foreign key again, which then has an index of its own."
                : "";
    }

    private static String withoutPassword(String text) {
        return text.replaceAll("(?i)(password=)[^;&\\s]*", "$1…");
    }

    static FailureKind classify(SQLException failure) {
        return switch (failure.getErrorCode()) {
            // a host that does not answer; a file that another process has open
            case 90067, 90020, 90061 -> isConnecting(failure) ? FailureKind.UNREACHABLE : FailureKind.CONNECTION_LOST;
            case 28000, 90093 -> FailureKind.ACCESS_DENIED;
            case 90013, 90146, 90149, 90124 -> FailureKind.NO_SUCH_DATABASE;
            case 90096, 90040 -> FailureKind.MISSING_PRIVILEGE;
            case 50200 -> FailureKind.LOCK_TIMEOUT;
            case 40001 -> FailureKind.DEADLOCK;
            case 90121, 90007, 90098, 90135 -> FailureKind.CONNECTION_LOST;
            default -> FailureKind.OTHER;
        };
    }

    /** The driver has one code for a server that never answered and for one that has gone. */
    private static boolean isConnecting(SQLException failure) {
        return failure.getErrorCode() != 90067
                || Objects.requireNonNullElse(failure.getMessage(), "").contains("java.net");
    }
}
