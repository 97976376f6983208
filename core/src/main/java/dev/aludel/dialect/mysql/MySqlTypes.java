package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.NotSupported;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.Type;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Types as MySQL and MariaDB spell them, in both directions. Text without a limit is {@code longtext}, bytes without a
 * limit are {@code longblob}: the others of that kind are limited, and stay what they are.
 */
final class MySqlTypes {
    private static final Pattern SPELLING = Pattern.compile(
            "([a-z_][a-z0-9_ ]*?) ?(?:\\( ?(\\d+) ?(?:, ?(\\d+) ?)?\\))?((?: (?:unsigned|signed|zerofill))*)");

    /** The display widths that say nothing, since the server would choose them itself. */
    private static final Map<String, String> WIDTHS = Map.of(
            "tinyint",
            "4",
            "smallint",
            "6",
            "mediumint",
            "9",
            "int",
            "11",
            "bigint",
            "20",
            "tinyint unsigned",
            "3",
            "smallint unsigned",
            "5",
            "mediumint unsigned",
            "8",
            "int unsigned",
            "10",
            "bigint unsigned",
            "20");

    private static final int WHOLE_FLOAT = 24;

    private MySqlTypes() {}

    static String render(Type type, Product product) {
        if (type instanceof Type.Bool) {
            return "tinyint(1)";
        }
        if (type instanceof Type.Int) {
            return "int";
        }
        if (type instanceof Type.Decimal decimal) {
            return decimal.describe().replace("numeric", "decimal");
        }
        if (type instanceof Type.Real) {
            return "float";
        }
        if (type instanceof Type.DoublePrecision) {
            return "double";
        }
        if (type instanceof Type.Text
                || (type instanceof Type.Varchar varchar && varchar.length().isEmpty())) {
            return "longtext";
        }
        if (type instanceof Type.Binary binary) {
            return binary.length().isPresent() ? "varbinary(" + binary.length().getAsInt() + ")" : "longblob";
        }
        return renderSpecial(type, product);
    }

    private static String renderSpecial(Type type, Product product) {
        if (type instanceof Type.Time time) {
            return "time" + fraction(time.precision());
        }
        if (type instanceof Type.Timestamp timestamp) {
            return (timestamp.withTimeZone() ? "timestamp" : "datetime") + fraction(timestamp.precision());
        }
        if (type instanceof Type.Uuid) {
            return product == Product.MARIADB ? "uuid" : "binary(16)";
        }
        if (type instanceof Type.Json) {
            return "json";
        }
        if (type instanceof Type.Array) {
            throw NotSupported.by(
                    product.label(), "has no arrays, such as " + type.describe(), "Use a table of its own, or JSON.");
        }
        return type.describe();
    }

    private static String fraction(OptionalInt precision) {
        return precision.orElse(0) == 0 ? "" : "(" + precision.getAsInt() + ")";
    }

    static Type parse(String sql, Product product) {
        String text = sql.strip().replaceAll("\\s+", " ");
        if (text.indexOf('\'') >= 0 || text.indexOf('"') >= 0) {
            return new Type.Native(words(text));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher matcher = SPELLING.matcher(lower);
        if (!matcher.matches()) {
            return new Type.Native(lower);
        }
        String name = name(matcher.group(1));
        String attributes = matcher.group(4).replace(" signed", "");
        if (WIDTHS.containsKey(name)) {
            return integer(name, matcher.group(2), attributes, product);
        }
        return attributes.isEmpty()
                ? named(name, number(matcher.group(2)), number(matcher.group(3)), lower)
                : new Type.Native(canonical(name, matcher) + attributes);
    }

    private static String canonical(String name, Matcher matcher) {
        String second = matcher.group(3) == null ? "" : "," + matcher.group(3);
        return name + (matcher.group(2) == null ? "" : "(" + matcher.group(2) + second + ")");
    }

    /** A list of values keeps their spelling; everything around them has one. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (Token token : MySqlLexer.tokens(text)) {
            boolean separate =
                    words.length() > 0 && token.kind() == Token.Kind.WORD && words.charAt(words.length() - 1) != '(';
            words.append(separate ? " " : "").append(MySqlLexer.isString(token) ? literal(token) : lower(token));
        }
        return words.toString();
    }

    private static String literal(Token token) {
        return MySqlIdentifiers.literal(MySqlLexer.text(token));
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private static String name(String name) {
        return switch (name) {
            case "integer", "int4" -> "int";
            case "int1" -> "tinyint";
            case "int2" -> "smallint";
            case "int3", "middleint" -> "mediumint";
            case "int8" -> "bigint";
            case "numeric", "dec", "fixed" -> "decimal";
            case "double precision", "real", "float8" -> "double";
            case "float4" -> "float";
            case "character", "nchar", "national char" -> "char";
            case "character varying", "char varying", "nvarchar", "national varchar", "varcharacter" -> "varchar";
            default -> name;
        };
    }

    private static Type integer(String name, @Nullable String width, String attributes, Product product) {
        if (name.equals("tinyint") && "1".equals(width) && attributes.isEmpty()) {
            return new Type.Bool();
        }
        boolean shown = width != null
                && !width.equals(WIDTHS.get(name + (attributes.isEmpty() ? "" : " unsigned")))
                && (product == Product.MARIADB || attributes.contains("zerofill"));
        if (shown || !attributes.isEmpty()) {
            boolean kept = shown || (width != null && attributes.contains("zerofill"));
            String unsigned = attributes.contains("zerofill") ? " unsigned zerofill" : attributes;
            return new Type.Native(name + (kept ? "(" + width + ")" : "") + unsigned);
        }
        return switch (name) {
            case "tinyint" -> new Type.TinyInt();
            case "smallint" -> new Type.SmallInt();
            case "int" -> new Type.Int();
            case "bigint" -> new Type.BigInt();
            default -> new Type.Native(name);
        };
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Type named(String name, OptionalInt first, OptionalInt second, String spelling) {
        return switch (name) {
            case "boolean", "bool" -> new Type.Bool();
            case "decimal" -> new Type.Decimal(first, second);
            case "float" -> floating(first, second, spelling);
            case "double" -> second.isPresent() ? new Type.Native(spelling) : new Type.DoublePrecision();
            case "char" -> new Type.Char(first.orElse(1));
            case "varchar" -> new Type.Varchar(first);
            case "longtext" -> new Type.Text();
            case "varbinary" -> new Type.Binary(first);
            case "longblob" -> new Type.Binary(OptionalInt.empty());
            case "date" -> new Type.Date();
            case "time" -> new Type.Time(first, false);
            case "datetime" -> new Type.Timestamp(first, false);
            case "timestamp" -> new Type.Timestamp(first, true);
            case "uuid" -> new Type.Uuid();
            case "json" -> new Type.Json(false);
            case "bit", "binary" -> new Type.Native(name + "(" + first.orElse(1) + ")");
            case "year" -> new Type.Native("year");
            default -> new Type.Native(spelling);
        };
    }

    private static Type floating(OptionalInt first, OptionalInt second, String spelling) {
        if (second.isPresent()) {
            return new Type.Native(spelling);
        }
        return first.orElse(WHOLE_FLOAT) <= WHOLE_FLOAT ? new Type.Real() : new Type.DoublePrecision();
    }

    /** The one form of all spellings that mean the same column. */
    static Type normalize(Type type, Product product) {
        if (type instanceof Type.Native special) {
            Type parsed = parse(special.sql(), product);
            return parsed instanceof Type.Native ? parsed : normalize(parsed, product);
        }
        if (type instanceof Type.Decimal decimal) {
            return new Type.Decimal(
                    OptionalInt.of(decimal.precision().orElse(10)),
                    OptionalInt.of(decimal.scale().orElse(0)));
        }
        if (type instanceof Type.Varchar varchar && varchar.length().isEmpty()) {
            return new Type.Text();
        }
        if (type instanceof Type.Time time) {
            return new Type.Time(whole(time.precision()), false);
        }
        if (type instanceof Type.Timestamp timestamp) {
            return new Type.Timestamp(whole(timestamp.precision()), timestamp.withTimeZone());
        }
        if (type instanceof Type.Uuid && product == Product.MYSQL) {
            return new Type.Native("binary(16)");
        }
        return type instanceof Type.Json ? new Type.Json(false) : type;
    }

    /** Seconds without a fraction are the default. */
    private static OptionalInt whole(OptionalInt precision) {
        return precision.orElse(0) == 0 ? OptionalInt.empty() : precision;
    }

    /** Whether values have a collation. */
    static boolean isText(Type type) {
        return type instanceof Type.Char
                || type instanceof Type.Varchar
                || type instanceof Type.Text
                || (type instanceof Type.Native special
                        && special.sql().matches("(?s)(tinytext|text|mediumtext|enum|set)\\b.*"));
    }

    /** Whether the server takes a default for such values only as an expression in parentheses. */
    static boolean needsExpressionDefault(Type type) {
        return type instanceof Type.Text
                || type instanceof Type.Json
                || (type instanceof Type.Binary binary && binary.length().isEmpty())
                || (type instanceof Type.Native special
                        && special.sql()
                                .matches("(tiny|medium)?(text|blob)|geometry|point|linestring|polygon|multi.*"));
    }

    /** Whether a default of digits stands without quotes. */
    static boolean isNumber(Type type) {
        return type instanceof Type.Bool
                || type instanceof Type.TinyInt
                || type instanceof Type.SmallInt
                || type instanceof Type.Int
                || type instanceof Type.BigInt
                || type instanceof Type.Decimal
                || type instanceof Type.Real
                || type instanceof Type.DoublePrecision
                || (type instanceof Type.Native special
                        && special.sql()
                                .matches("(tinyint|smallint|mediumint|int|bigint|decimal|float|double|year)\\b.*"));
    }
}
