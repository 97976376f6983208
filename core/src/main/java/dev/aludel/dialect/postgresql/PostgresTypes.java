package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Type;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and reads the names of types (manual: 8, table 8.1, with its aliases). */
final class PostgresTypes {
    private static final Pattern FORM = Pattern.compile(
            "(?<name>[a-z_][a-z0-9_ ]*?)\\s*(?:\\(\\s*(?<first>\\d+)\\s*(?:,\\s*(?<second>\\d+)\\s*)?\\))?"
                    + "\\s*(?<zone>with time zone|without time zone)?");

    private record Arguments(OptionalInt first, OptionalInt second, boolean zone) {}

    private static final Map<String, Function<Arguments, Type>> NAMES = Map.ofEntries(
            Map.entry("boolean", arguments -> new Type.Bool()),
            Map.entry("bool", arguments -> new Type.Bool()),
            Map.entry("smallint", arguments -> new Type.SmallInt()),
            Map.entry("int2", arguments -> new Type.SmallInt()),
            Map.entry("integer", arguments -> new Type.Int()),
            Map.entry("int", arguments -> new Type.Int()),
            Map.entry("int4", arguments -> new Type.Int()),
            Map.entry("bigint", arguments -> new Type.BigInt()),
            Map.entry("int8", arguments -> new Type.BigInt()),
            Map.entry("numeric", PostgresTypes::decimal),
            Map.entry("decimal", PostgresTypes::decimal),
            Map.entry("real", arguments -> new Type.Real()),
            Map.entry("float4", arguments -> new Type.Real()),
            Map.entry("double precision", arguments -> new Type.DoublePrecision()),
            Map.entry("float8", arguments -> new Type.DoublePrecision()),
            Map.entry("float", PostgresTypes::floating),
            Map.entry("character varying", arguments -> new Type.Varchar(arguments.first())),
            Map.entry("varchar", arguments -> new Type.Varchar(arguments.first())),
            Map.entry("character", arguments -> new Type.Char(arguments.first().orElse(1))),
            Map.entry("char", arguments -> new Type.Char(arguments.first().orElse(1))),
            Map.entry("bpchar", arguments -> new Type.Char(arguments.first().orElse(1))),
            Map.entry("text", arguments -> new Type.Text()),
            Map.entry("bytea", arguments -> new Type.Binary(OptionalInt.empty())),
            Map.entry("date", arguments -> new Type.Date()),
            Map.entry("time", arguments -> new Type.Time(precision(arguments), arguments.zone())),
            Map.entry("timetz", arguments -> new Type.Time(precision(arguments), true)),
            Map.entry("timestamp", arguments -> new Type.Timestamp(precision(arguments), arguments.zone())),
            Map.entry("timestamptz", arguments -> new Type.Timestamp(precision(arguments), true)),
            Map.entry("uuid", arguments -> new Type.Uuid()),
            Map.entry("json", arguments -> new Type.Json(false)),
            Map.entry("jsonb", arguments -> new Type.Json(true)));

    private PostgresTypes() {}

    static Type parse(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ");
        if (text.endsWith("[]")) {
            return new Type.Array(parse(text.substring(0, text.length() - 2)));
        }
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        Function<Arguments, Type> type = matcher.matches() ? NAMES.get(matcher.group("name")) : null;
        return type == null
                ? new Type.Native(text)
                : type.apply(new Arguments(
                        number(matcher.group("first")),
                        number(matcher.group("second")),
                        "with time zone".equals(matcher.group("zone"))));
    }

    static String render(Type type) {
        if (type instanceof Type.TinyInt) {
            return "smallint";
        }
        if (type instanceof Type.Binary) {
            return "bytea";
        }
        if (type instanceof Type.Array array) {
            return render(array.element()) + "[]";
        }
        if (type instanceof Type.Timestamp || type instanceof Type.Time) {
            return type.describe().replaceFirst("^(\\w+)(\\(\\d+\\))?( .*)?$", "$1$2$3");
        }
        return type.describe();
    }

    private static Type decimal(Arguments arguments) {
        boolean scaled = arguments.first().isPresent() && arguments.second().isEmpty();
        return new Type.Decimal(arguments.first(), scaled ? OptionalInt.of(0) : arguments.second());
    }

    /** {@code float(1..24)} is real, everything above and {@code float} itself is double precision. */
    private static Type floating(Arguments arguments) {
        return arguments.first().orElse(53) <= 24 ? new Type.Real() : new Type.DoublePrecision();
    }

    /** Six digits are what the type has without an argument. */
    private static OptionalInt precision(Arguments arguments) {
        return arguments.first().orElse(6) == 6 ? OptionalInt.empty() : arguments.first();
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable String text) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
