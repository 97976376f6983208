package dev.aludel.schema;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column's type in terms that all databases share; what only one of them has is {@link Native}. {@link #describe()}
 * is the neutral spelling for people, never sent to a database: dialects render types.
 */
public sealed interface Type {

    /** The type as a person writes it: {@code varchar(20)}, {@code timestamp(6) with time zone}. */
    String describe();

    record Bool() implements Type {
        @Override
        public String describe() {
            return "boolean";
        }
    }

    record TinyInt() implements Type {
        @Override
        public String describe() {
            return "tinyint";
        }
    }

    record SmallInt() implements Type {
        @Override
        public String describe() {
            return "smallint";
        }
    }

    record Int() implements Type {
        @Override
        public String describe() {
            return "integer";
        }
    }

    record BigInt() implements Type {
        @Override
        public String describe() {
            return "bigint";
        }
    }

    /** Exact number; precision in digits, and a scale only where there is a precision. */
    record Decimal(OptionalInt precision, OptionalInt scale) implements Type {
        @Override
        public String describe() {
            String scaleText = scale.isPresent() ? "," + scale.getAsInt() : "";
            return precision.isPresent() ? "numeric(" + precision.getAsInt() + scaleText + ")" : "numeric";
        }
    }

    /** Four-byte floating point. */
    record Real() implements Type {
        @Override
        public String describe() {
            return "real";
        }
    }

    /** Eight-byte floating point. */
    record DoublePrecision() implements Type {
        @Override
        public String describe() {
            return "double precision";
        }
    }

    /** Fixed length, in characters. */
    record Char(int length) implements Type {
        @Override
        public String describe() {
            return "char(" + length + ")";
        }
    }

    /** Limited length in characters; empty means that the database's own limit applies. */
    record Varchar(OptionalInt length) implements Type {
        @Override
        public String describe() {
            return "varchar" + argument(length);
        }
    }

    record Text() implements Type {
        @Override
        public String describe() {
            return "text";
        }
    }

    /** Bytes; a length where the database limits it. */
    record Binary(OptionalInt length) implements Type {
        @Override
        public String describe() {
            return "binary" + argument(length);
        }
    }

    record Date() implements Type {
        @Override
        public String describe() {
            return "date";
        }
    }

    /** Time of day; precision in digits of a second's fraction. */
    record Time(OptionalInt precision, boolean withTimeZone) implements Type {
        @Override
        public String describe() {
            return "time" + argument(precision) + zone(withTimeZone);
        }
    }

    /** Date and time; precision in digits of a second's fraction. */
    record Timestamp(OptionalInt precision, boolean withTimeZone) implements Type {
        @Override
        public String describe() {
            return "timestamp" + argument(precision) + zone(withTimeZone);
        }
    }

    record Uuid() implements Type {
        @Override
        public String describe() {
            return "uuid";
        }
    }

    /** JSON text, or the database's decomposed form where {@code binary} (PostgreSQL's {@code jsonb}). */
    record Json(boolean binary) implements Type {
        @Override
        public String describe() {
            return binary ? "jsonb" : "json";
        }
    }

    record Array(Type element) implements Type {
        @Override
        public String describe() {
            return element.describe() + "[]";
        }
    }

    /** Anything else, exactly as the database spells it. */
    record Native(String sql) implements Type {
        @Override
        public String describe() {
            return sql;
        }
    }

    private static String argument(OptionalInt value) {
        return value.isPresent() ? "(" + value.getAsInt() + ")" : "";
    }

    private static String zone(boolean withTimeZone) {
        return withTimeZone ? " with time zone" : "";
    }

    /** The length in characters or bytes, or the number of digits, where the type has one. */
    default Optional<Integer> findSize() {
        OptionalInt size = OptionalInt.empty();
        if (this instanceof Char fixed) {
            size = OptionalInt.of(fixed.length());
        } else if (this instanceof Varchar varchar) {
            size = varchar.length();
        } else if (this instanceof Binary binary) {
            size = binary.length();
        } else if (this instanceof Decimal decimal) {
            size = decimal.precision();
        }
        return size.isPresent() ? Optional.of(size.getAsInt()) : Optional.empty();
    }
}
