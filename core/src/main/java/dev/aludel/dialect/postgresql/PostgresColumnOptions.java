package dev.aludel.dialect.postgresql;

import java.util.Optional;

/** Writes the options that only columns of PostgreSQL have: {@code STORAGE}, {@code COMPRESSION}, {@code STATISTICS}. */
final class PostgresColumnOptions {
    private PostgresColumnOptions() {}

    /** What follows {@code ALTER COLUMN name}; without a value, the server's own comes back. */
    static String action(String option, Optional<String> value) {
        return "SET " + option + " " + value.orElse(option.equals("STATISTICS") ? "-1" : "DEFAULT");
    }
}
