package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.FailureKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads PostgreSQL's failures (manual: appendix A, error codes). */
final class PostgresFailures {
    private PostgresFailures() {}

    static FailureKind classify(SQLException failure) {
        String state = state(failure);
        return switch (state) {
            case "08001", "08004" -> FailureKind.UNREACHABLE;
            case "28000", "28P01" -> FailureKind.ACCESS_DENIED;
            case "3D000" -> FailureKind.NO_SUCH_DATABASE;
            case "55P03" -> FailureKind.LOCK_TIMEOUT;
            case "08000", "08003", "08006", "08007", "57P01", "57P02", "57P03" -> FailureKind.CONNECTION_LOST;
            default -> FailureKind.OTHER;
        };
    }

    /** The message with its detail and hint, the place in the statement left out, the code behind. */
    static String describe(SQLException failure) {
        List<String> lines = new ArrayList<>();
        for (String line : String.valueOf(failure.getMessage()).lines().toList()) {
            String text = line.strip().replaceFirst("^(ERROR|FATAL|PANIC): ", "");
            if (!text.isEmpty() && !text.startsWith("Position: ") && !text.startsWith("Location: ")) {
                lines.add(text);
            }
        }
        String code = state(failure).isEmpty() ? "" : " (SQLSTATE " + state(failure) + ")";
        String first = lines.isEmpty() ? "no message" : lines.remove(0);
        return "PostgreSQL: " + first + code + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines));
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
