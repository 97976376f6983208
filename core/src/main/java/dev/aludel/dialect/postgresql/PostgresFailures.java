package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.FailureKind;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads what PostgreSQL and its driver say when they fail.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
final class PostgresFailures {
    private PostgresFailures() {}

    static String describe(SQLException failure) {
        String state = failure.getSQLState();
        String[] lines = message(failure).split("\\R");
        String first = lines[0].replaceFirst("^\\p{Lu}+: ", "");
        String more = java.util.Arrays.stream(lines)
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Position:"))
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
        return withoutPassword("PostgreSQL: " + first + (state == null ? "" : " (SQLSTATE " + state + ")") + more);
    }

    /** The driver's "The connection attempt failed." says nothing; what caused it does. */
    private static String message(SQLException failure) {
        String own = text(failure);
        Throwable root = failure;
        // one without a message, such as an end of file, would only bring the name of a class
        for (Throwable each = failure.getCause(); each != null && each.getMessage() != null; each = each.getCause()) {
            root = each;
        }
        boolean vague = root != failure && !own.contains(text(root));
        if (!vague) {
            return own;
        }
        String name = root.getClass().getSimpleName();
        String cause = name.equals("UnknownHostException") ? "unknown host " + text(root) : text(root);
        return cause + "; " + own;
    }

    private static String text(Throwable failure) {
        return Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName())
                .strip();
    }

    private static String withoutPassword(String text) {
        return text.replaceAll("(?i)(password=)[^&\\s]*", "$1…").replaceAll("(//[^/:@\\s]+:)[^@/\\s]+@", "$1…@");
    }

    static FailureKind classify(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "").toUpperCase(Locale.ROOT);
        return switch (state) {
            case "08001", "57P03", "53300" -> FailureKind.UNREACHABLE;
            // the driver's word for a login that failed before the server was asked, such as one without a password
            case "08004" -> FailureKind.ACCESS_DENIED;
            case "3D000" -> FailureKind.NO_SUCH_DATABASE;
            case "25006" -> FailureKind.READ_ONLY;
            case "42501" -> FailureKind.MISSING_PRIVILEGE;
            case "55P03" -> FailureKind.LOCK_TIMEOUT;
            case "40P01" -> FailureKind.DEADLOCK;
            case "57P01", "57P02", "57P05" -> FailureKind.CONNECTION_LOST;
            default ->
                state.startsWith("28")
                        ? FailureKind.ACCESS_DENIED
                        : state.startsWith("08") ? FailureKind.CONNECTION_LOST : FailureKind.OTHER;
        };
    }
}
