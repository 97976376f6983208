package dev.aludel.dialect.mysql;

import dev.aludel.dialect.FailureKind;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads what MySQL, MariaDB and their drivers say when they fail.
 *
 * @see <a href="https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html">Server Error Message Reference</a>
 */
final class MySqlFailures {
    private MySqlFailures() {}

    static String describe(SQLException failure, Product product) {
        String text = withoutPassword(message(failure)).strip();
        String state = failure.getSQLState();
        String code = failure.getErrorCode() > 0 ? "error " + failure.getErrorCode() : "";
        String facts = state == null ? code : "SQLSTATE " + state + (code.isEmpty() ? "" : ", " + code);
        return product.label() + ": " + text + (facts.isEmpty() ? "" : " (" + facts + ")");
    }

    /** The drivers put the connection in front and the query behind: people have both already. */
    private static String message(SQLException failure) {
        String own = text(failure).replaceFirst("^\\((conn|conn_id)=\\d+\\) ", "");
        Throwable root = failure;
        // one without a message, such as an end of file, would only bring the name of a class
        for (Throwable each = failure.getCause(); each != null && each.getMessage() != null; each = each.getCause()) {
            root = each;
        }
        String first = own.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(own);
        boolean vague = root != failure && !(root instanceof SQLException) && !own.contains(text(root));
        if (!vague) {
            return first;
        }
        String unknown = root.getClass().getSimpleName().equals("UnknownHostException") ? "unknown host " : "";
        return unknown + text(root) + "; " + first;
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
        return switch (failure.getErrorCode()) {
            case 1044, 1142, 1143, 1227, 1370, 1419 -> FailureKind.MISSING_PRIVILEGE;
            case 1045, 1251, 1698, 2059 -> FailureKind.ACCESS_DENIED;
            case 1290, 1792, 1836 ->
                text(failure).toLowerCase(Locale.ROOT).contains("read") ? FailureKind.READ_ONLY : FailureKind.OTHER;
            case 1049 -> FailureKind.NO_SUCH_DATABASE;
            case 1205 -> FailureKind.LOCK_TIMEOUT;
            case 1213 -> FailureKind.DEADLOCK;
            case 1040, 1129, 1130, 2002, 2003 -> FailureKind.UNREACHABLE;
            case 1053, 1927, 2006, 2013 -> FailureKind.CONNECTION_LOST;
            // the driver's own word, which asks no server
            case 0 ->
                text(failure).toLowerCase(Locale.ROOT).startsWith("connection is read-only")
                        ? FailureKind.READ_ONLY
                        : byState(state, failure);
            default -> byState(state, failure);
        };
    }

    /** Both drivers report a server that does not answer and one that is gone with the same class of states. */
    private static FailureKind byState(String state, SQLException failure) {
        if (state.startsWith("28")) {
            return FailureKind.ACCESS_DENIED;
        }
        if (!state.startsWith("08")) {
            return FailureKind.OTHER;
        }
        String text = text(failure).toLowerCase(Locale.ROOT);
        boolean lost =
                state.equals("08003") || state.equals("08007") || text.contains("last packet successfully received");
        boolean never = text.contains("not received any packets")
                || (text.contains("connect") && !text.contains("connection reset") && !text.contains("closed"));
        return never && !lost ? FailureKind.UNREACHABLE : FailureKind.CONNECTION_LOST;
    }
}
