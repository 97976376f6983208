package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Types as columns declare them. SQLite keeps the declared text and makes an affinity of it, so that each of Aludel's types
 * has one spelling and any other spelling is a type of its own: {@code INT} is no {@code INTEGER}, which alone makes a
 * primary key the row's number.
 *
 * @see <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">Affinity</a>
 */
final class SqliteTypes {
    private static final Pattern SPELLING = Pattern.compile("([a-z_][a-z0-9_ ]*?)(?:\\((\\d+)(?:,(\\d+))?\\))?");

    private SqliteTypes() {}

    static String render(Type type) {
        if (type instanceof Type.Array array) {
            throw SqliteRenderer.refused(
                    "has no arrays, here of " + array.element().describe(),
                    "Keep the elements in a table of their own, or as JSON in a text column.");
        }
        if (type instanceof Type.Binary binary) {
            return "blob" + argument(binary.length());
        }
        if (type instanceof Type.Timestamp timestamp && timestamp.withTimeZone()) {
            // What stands in parentheses ends a type's name.
            return "timestamp with time zone" + argument(timestamp.precision());
        }
        if (type instanceof Type.Time time && time.withTimeZone()) {
            return "time with time zone" + argument(time.precision());
        }
        return type.describe();
    }

    private static String argument(OptionalInt value) {
        return value.isPresent() ? "(" + value.getAsInt() + ")" : "";
    }

    static Type parse(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1");
        Matcher matcher = SPELLING.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? find(matcher.group(1), number(matcher.group(2)), number(matcher.group(3)))
                        .filter(found -> render(found).replace(" (", "(").equalsIgnoreCase(text))
                        .orElseGet(() -> new Type.Native(text))
                : new Type.Native(text);
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Optional<Type> find(String name, OptionalInt first, OptionalInt second) {
        return Optional.ofNullable(
                switch (name) {
                    case "boolean" -> new Type.Bool();
                    case "tinyint" -> new Type.TinyInt();
                    case "smallint" -> new Type.SmallInt();
                    case "integer" -> new Type.Int();
                    case "bigint" -> new Type.BigInt();
                    case "numeric" -> new Type.Decimal(first, second);
                    case "real" -> new Type.Real();
                    case "double precision" -> new Type.DoublePrecision();
                    case "char" -> first.isPresent() ? new Type.Char(first.getAsInt()) : null;
                    case "varchar" -> new Type.Varchar(first);
                    case "text" -> new Type.Text();
                    case "blob" -> new Type.Binary(first);
                    case "date" -> new Type.Date();
                    case "time" -> new Type.Time(first, false);
                    case "time with time zone" -> new Type.Time(first, true);
                    case "timestamp" -> new Type.Timestamp(first, false);
                    case "timestamp with time zone" -> new Type.Timestamp(first, true);
                    case "uuid" -> new Type.Uuid();
                    case "json" -> new Type.Json(false);
                    case "jsonb" -> new Type.Json(true);
                    default -> null;
                });
    }

    /** The one form of a declared type: letters in either case are the same. */
    static Type normalize(Type type) {
        if (!(type instanceof Type.Native special)) {
            return type;
        }
        Type parsed = parse(special.sql());
        return parsed instanceof Type.Native same ? new Type.Native(same.sql().toLowerCase(Locale.ROOT)) : parsed;
    }

    /** A number that the database gives is of this type, the only one that can be a row's number. */
    static boolean isRowNumber(Type type) {
        return type instanceof Type.Int;
    }
}
