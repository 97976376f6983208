package dev.aludel.operation;

/**
 * A value of a row that a migration inserts, as text that does not depend on where or when it is read.
 *
 * @param text the value without quotes; empty for {@link Kind#NULL}
 */
public record Value(Kind kind, String text) {

    /** What the text is. */
    public enum Kind {
        NULL,
        /** Characters; also dates, times and UUIDs in the spelling of ISO 8601 and RFC 9562. */
        TEXT,
        /** A moment with its offset in the spelling of ISO 8601: {@code 1970-01-01T00:00:00Z}. */
        MOMENT,
        /** Digits with sign, point and exponent where it has them, or {@code NaN}, {@code Infinity}, {@code -Infinity}. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Bytes in hexadecimal digits. */
        BINARY,
        /** An SQL expression, written as it stands. */
        SQL
    }

    public static Value nothing() {
        return new Value(Kind.NULL, "");
    }

    /** An SQL expression: {@code now()}. */
    public static Value sql(String expression) {
        return new Value(Kind.SQL, expression);
    }
}
