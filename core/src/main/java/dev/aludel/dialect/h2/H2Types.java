package dev.aludel.dialect.h2;

import dev.aludel.schema.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types as H2 spells them, in both directions. */
final class H2Types {
    private static final Pattern SPELLING = Pattern.compile(
            "([a-z_][a-z0-9_ ]*?) ?(?:\\( ?(\\d+)(?: (?:characters|octets|char|byte))? ?(?:, ?(-?\\d+) ?)?\\))?"
                    + " ?(with time zone|without time zone)?");
    private static final Pattern ARRAY = Pattern.compile("(.+?) ?(?: array(?:\\[\\d+])?|\\[\\d*])");

    private H2Types() {}

    static String render(Type type) {
        if (type instanceof Type.Array array) {
            return render(array.element()) + " array";
        }
        if (type instanceof Type.Text) {
            return "clob";
        }
        if (type instanceof Type.Binary binary) {
            return "varbinary"
                    + (binary.length().isPresent() ? "(" + binary.length().getAsInt() + ")" : "");
        }
        return type instanceof Type.Json ? "json" : type.describe();
    }

    static Type parse(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher array = ARRAY.matcher(lower);
        if (text.indexOf('\'') >= 0 || text.indexOf('"') >= 0) {
            return new Type.Native(text);
        }
        if (array.matches()) {
            // The largest number of elements is part of the type, and no other database has it.
            return lower.matches(".*\\[\\d+]") ? new Type.Native(lower) : new Type.Array(parse(array.group(1)));
        }
        Matcher matcher = SPELLING.matcher(lower);
        return matcher.matches()
                ? named(
                        matcher.group(1),
                        number(matcher.group(2)),
                        number(matcher.group(3)),
                        "with time zone".equals(matcher.group(4)),
                        lower)
                : new Type.Native(text);
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Type named(String name, OptionalInt first, OptionalInt second, boolean zone, String spelling) {
        return findNumber(name, first, second)
                .or(() -> findText(name, first))
                .or(() -> findTime(name, first, zone))
                .orElseGet(() -> switch (name) {
                    case "boolean", "bool", "bit" -> new Type.Bool();
                    case "uuid" -> new Type.Uuid();
                    case "json", "jsonb" -> new Type.Json(false);
                    default -> new Type.Native(spelling);
                });
    }

    private static Optional<Type> findNumber(String name, OptionalInt first, OptionalInt second) {
        return Optional.ofNullable(
                switch (name) {
                    case "tinyint" -> new Type.TinyInt();
                    case "smallint", "int2" -> new Type.SmallInt();
                    case "integer", "int", "int4", "mediumint", "signed" -> new Type.Int();
                    case "bigint", "int8" -> new Type.BigInt();
                    case "numeric", "decimal", "dec", "number" -> new Type.Decimal(first, second);
                    case "real", "float4" -> new Type.Real();
                    case "double precision", "double", "float8" -> new Type.DoublePrecision();
                    case "float" -> first.orElse(53) <= 24 ? new Type.Real() : new Type.DoublePrecision();
                    default -> null;
                });
    }

    private static Optional<Type> findText(String name, OptionalInt first) {
        return Optional.ofNullable(
                switch (name) {
                    case "character", "char", "nchar", "national character", "national char" ->
                        new Type.Char(first.orElse(1));
                    case "varchar",
                            "character varying",
                            "char varying",
                            "nvarchar",
                            "national character varying",
                            "varchar2",
                            "nvarchar2",
                            "longvarchar" -> new Type.Varchar(first);
                    case "character large object", "char large object", "clob", "text", "longtext", "nclob" ->
                        first.isEmpty() ? new Type.Text() : new Type.Native("clob(" + first.getAsInt() + ")");
                    case "binary varying", "varbinary", "bytea", "raw", "longvarbinary" -> new Type.Binary(first);
                    case "binary" -> new Type.Native("binary(" + first.orElse(1) + ")");
                    case "binary large object", "blob", "longblob", "image", "oid" ->
                        // In the mode of PostgreSQL, which has no blob, H2 knows this spelling alone.
                        new Type.Native("binary large object" + (first.isEmpty() ? "" : "(" + first.getAsInt() + ")"));
                    default -> null;
                });
    }

    private static Optional<Type> findTime(String name, OptionalInt first, boolean zone) {
        return Optional.ofNullable(
                switch (name) {
                    case "date" -> new Type.Date();
                    case "time" -> new Type.Time(first, zone);
                    case "timestamp", "datetime" -> new Type.Timestamp(first, zone);
                    case "timestamptz" -> new Type.Timestamp(first, true);
                    default -> null;
                });
    }

    /** The one form of all spellings that mean the same column. */
    static Type normalize(Type type) {
        if (type instanceof Type.Native special) {
            Type parsed = parse(special.sql());
            return parsed instanceof Type.Native same ? spelled(same) : normalize(parsed);
        }
        if (type instanceof Type.Array array) {
            return new Type.Array(normalize(array.element()));
        }
        if (type instanceof Type.Json) {
            return new Type.Json(false);
        }
        if (type instanceof Type.Decimal decimal && decimal.precision().isPresent()) {
            return new Type.Decimal(
                    decimal.precision(), OptionalInt.of(decimal.scale().orElse(0)));
        }
        if (type instanceof Type.Time time) {
            return new Type.Time(usual(time.precision(), 0), time.withTimeZone());
        }
        return type instanceof Type.Timestamp timestamp
                ? new Type.Timestamp(usual(timestamp.precision(), 6), timestamp.withTimeZone())
                : type;
    }

    /** The words of an enum may have any spaces between them. */
    private static Type spelled(Type.Native type) {
        return type.sql().indexOf('\'') < 0 ? type : new Type.Native(new H2Expressions().canonical(type.sql()));
    }

    /** Empty for as many digits as the database keeps where a type does not say how many. */
    private static OptionalInt usual(OptionalInt precision, int usual) {
        return precision.orElse(usual) == usual ? OptionalInt.empty() : precision;
    }
}
