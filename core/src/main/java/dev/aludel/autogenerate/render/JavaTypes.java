package dev.aludel.autogenerate.render;

import static dev.aludel.autogenerate.render.JavaExpression.number;
import static dev.aludel.autogenerate.render.JavaExpression.string;

import dev.aludel.schema.Type;
import java.util.OptionalInt;

/** Writes types in the words of the migration DSL. */
final class JavaTypes {
    private final JavaWords words;

    JavaTypes(JavaWords words) {
        this.words = words;
    }

    JavaExpression type(Type type) {
        if (type instanceof Type.Decimal decimal) {
            return decimal(decimal);
        }
        if (type instanceof Type.Varchar varchar) {
            return sized("varchar", varchar.length());
        }
        if (type instanceof Type.Binary binary) {
            return sized("binary", binary.length());
        }
        if (type instanceof Type.Time time) {
            return sized(time.withTimeZone() ? "timeWithTimeZone" : "time", time.precision());
        }
        if (type instanceof Type.Timestamp stamp) {
            return sized(stamp.withTimeZone() ? "timestampWithTimeZone" : "timestamp", stamp.precision());
        }
        if (type instanceof Type.Char fixed) {
            return words.call("character", number(fixed.length()));
        }
        if (type instanceof Type.Array array) {
            return words.call("array", type(array.element()));
        }
        return type instanceof Type.Native sql
                ? words.call("nativeType", string(sql.sql()))
                : words.call(simpleWord(type));
    }

    private static String simpleWord(Type type) {
        if (type instanceof Type.Bool) {
            return "bool";
        }
        return type instanceof Type.DoublePrecision ? "doublePrecision" : type.describe();
    }

    private JavaExpression decimal(Type.Decimal type) {
        if (type.precision().isEmpty() || type.scale().isEmpty()) {
            return sized("numeric", type.precision());
        }
        return words.call(
                "numeric",
                number(type.precision().getAsInt()),
                number(type.scale().getAsInt()));
    }

    private JavaExpression sized(String word, OptionalInt size) {
        return size.isPresent() ? words.call(word, number(size.getAsInt())) : words.call(word);
    }
}
