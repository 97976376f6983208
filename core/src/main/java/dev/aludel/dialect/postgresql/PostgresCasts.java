package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Type;
import java.util.Optional;
import java.util.Set;

/** Tells which values PostgreSQL converts by itself when a column changes its type ("assignment casts"). */
final class PostgresCasts {
    private static final Set<Class<? extends Type>> NUMBERS = Set.of(
            Type.TinyInt.class,
            Type.SmallInt.class,
            Type.Int.class,
            Type.BigInt.class,
            Type.Decimal.class,
            Type.Real.class,
            Type.DoublePrecision.class);

    private static final Set<Class<? extends Type>> INTEGERS =
            Set.of(Type.TinyInt.class, Type.SmallInt.class, Type.Int.class, Type.BigInt.class);

    private PostgresCasts() {}

    /** True where {@code ALTER COLUMN … TYPE} needs no {@code USING}. */
    static boolean assignable(Type from, Type to) {
        if (from.getClass() == to.getClass()) {
            return sameFamily(from, to);
        }
        // Everything becomes text; an explicit cast would even be wrong, since it cuts what is too long.
        return isText(to)
                || (NUMBERS.contains(from.getClass()) && NUMBERS.contains(to.getClass()))
                || betweenDates(from, to)
                || (from instanceof Type.Json && to instanceof Type.Json);
    }

    private static boolean sameFamily(Type from, Type to) {
        if (from instanceof Type.Array before && to instanceof Type.Array after) {
            return assignable(before.element(), after.element());
        }
        return !(from instanceof Type.Native) || from.equals(to);
    }

    private static boolean betweenDates(Type from, Type to) {
        return (from instanceof Type.Date && to instanceof Type.Timestamp)
                || (from instanceof Type.Timestamp && (to instanceof Type.Date || to instanceof Type.Time));
    }

    static boolean isText(Type type) {
        return type instanceof Type.Char || type instanceof Type.Varchar || type instanceof Type.Text;
    }

    /** The expression that converts a value, for two types without an assignment cast. */
    static String explicit(String value, Optional<Type> from, Type to) {
        if (from.filter(was -> INTEGERS.contains(was.getClass())).isPresent() && to instanceof Type.Bool) {
            return value + " <> 0";
        }
        if (from.filter(Type.Bool.class::isInstance).isPresent() && NUMBERS.contains(to.getClass())) {
            return value + "::integer";
        }
        boolean viaText = from.filter(Type.Native.class::isInstance).isPresent() && to instanceof Type.Native;
        return value + (viaText ? "::text::" : "::") + PostgresTypes.render(to);
    }
}
