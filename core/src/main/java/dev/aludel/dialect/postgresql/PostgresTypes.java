package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Type;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as PostgreSQL spells them, in both directions. */
final class PostgresTypes {
    private static final Pattern SPELLING = Pattern.compile(
            "([a-z_][a-z0-9_ ]*?) ?"
                    + "(?:\\( ?(\\d+) ?(?:, ?(-?\\d+) ?)?\\))? ?(with time zone|without time zone)? ?((?:\\[\\d*\\] ?)*|array)");

    private PostgresTypes() {}

    static String render(Type type) {
        if (type instanceof Type.Array array) {
            return render(array.element()) + "[]";
        }
        if (type instanceof Type.TinyInt) {
            return "smallint";
        }
        if (type instanceof Type.Binary) {
            return "bytea";
        }
        return type.describe();
    }

    static Type parse(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT).replaceFirst("^pg_catalog\\.", "");
        Matcher matcher = SPELLING.matcher(lower);
        if (text.indexOf('"') >= 0 || !matcher.matches()) {
            return text.endsWith("[]")
                    ? new Type.Array(parse(text.substring(0, text.length() - 2)))
                    : new Type.Native(text);
        }
        Type element = named(
                matcher.group(1),
                number(matcher.group(2)),
                number(matcher.group(3)),
                "with time zone".equals(matcher.group(4)),
                matcher.group(4) == null ? lower : lower.substring(0, matcher.end(4)));
        // PostgreSQL does not tell text[] from text[][] or text[3].
        return matcher.group(5).isBlank() ? element : new Type.Array(withoutBrackets(element, matcher.group(5)));
    }

    private static Type withoutBrackets(Type element, String brackets) {
        return element instanceof Type.Native special && special.sql().endsWith(brackets)
                ? new Type.Native(special.sql()
                        .substring(0, special.sql().length() - brackets.length())
                        .strip())
                : element;
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Type named(String name, OptionalInt first, OptionalInt second, boolean zone, String spelling) {
        return switch (name) {
            case "boolean", "bool" -> new Type.Bool();
            case "smallint", "int2", "smallserial", "serial2" -> new Type.SmallInt();
            case "integer", "int", "int4", "serial", "serial4" -> new Type.Int();
            case "bigint", "int8", "bigserial", "serial8" -> new Type.BigInt();
            case "numeric", "decimal", "dec" -> new Type.Decimal(first, second);
            case "real", "float4" -> new Type.Real();
            case "double precision", "float8" -> new Type.DoublePrecision();
            case "float" -> first.orElse(53) <= 24 ? new Type.Real() : new Type.DoublePrecision();
            case "character", "char" -> new Type.Char(first.orElse(1));
            case "bpchar" -> first.isPresent() ? new Type.Char(first.getAsInt()) : new Type.Native("bpchar");
            case "varchar", "character varying", "char varying" -> new Type.Varchar(first);
            case "text" -> new Type.Text();
            case "bytea" -> new Type.Binary(OptionalInt.empty());
            case "date" -> new Type.Date();
            case "time" -> new Type.Time(first, zone);
            case "timetz" -> new Type.Time(first, true);
            case "timestamp" -> new Type.Timestamp(first, zone);
            case "timestamptz" -> new Type.Timestamp(first, true);
            case "uuid" -> new Type.Uuid();
            case "json" -> new Type.Json(false);
            case "jsonb" -> new Type.Json(true);
            default -> new Type.Native(spelling);
        };
    }

    /** The one form of all spellings that mean the same column. */
    static Type normalize(Type type) {
        if (type instanceof Type.Native special) {
            Type parsed = parse(special.sql());
            return parsed instanceof Type.Native ? parsed : normalize(parsed);
        }
        if (type instanceof Type.Array array) {
            Type element = normalize(array.element());
            return element instanceof Type.Array ? element : new Type.Array(element);
        }
        if (type instanceof Type.TinyInt) {
            return new Type.SmallInt();
        }
        if (type instanceof Type.Binary) {
            return new Type.Binary(OptionalInt.empty());
        }
        if (type instanceof Type.Decimal decimal && decimal.precision().isPresent()) {
            return new Type.Decimal(
                    decimal.precision(), OptionalInt.of(decimal.scale().orElse(0)));
        }
        if (type instanceof Type.Time time) {
            return new Type.Time(fraction(time.precision()), time.withTimeZone());
        }
        return type instanceof Type.Timestamp timestamp
                ? new Type.Timestamp(fraction(timestamp.precision()), timestamp.withTimeZone())
                : type;
    }

    /** Six digits are all that the server keeps, and its default. */
    private static OptionalInt fraction(OptionalInt precision) {
        return precision.orElse(6) >= 6 ? OptionalInt.empty() : precision;
    }
}
