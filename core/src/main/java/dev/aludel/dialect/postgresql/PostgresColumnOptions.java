package dev.aludel.dialect.postgresql;

import java.util.Optional;

/**
 * Writes the options that only columns of PostgreSQL have: {@code STORAGE}, {@code COMPRESSION}, {@code STATISTICS}, and the
 * bounds of an identity.
 */
final class PostgresColumnOptions {
    private PostgresColumnOptions() {}

    /** What follows {@code ALTER COLUMN name}; without a value, the server's own comes back. */
    static String action(String option, Optional<String> value) {
        return switch (option) {
            case "MINVALUE", "MAXVALUE", "CYCLE" ->
                value.isPresent() ? ("SET " + option + " " + value.get()).strip() : "SET NO " + option;
            case "CACHE" -> "SET CACHE " + value.orElse("1");
            case "STATISTICS" -> "SET STATISTICS " + value.orElse("-1");
            default -> "SET " + option + " " + value.orElse("DEFAULT");
        };
    }
}
