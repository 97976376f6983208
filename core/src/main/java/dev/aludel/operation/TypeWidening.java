package dev.aludel.operation;

import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;

/** Tells whether values of one type may not fit another, so that changing it back would not bring them back. */
final class TypeWidening {
    private static final List<Class<? extends Type>> INTEGERS =
            List.of(Type.TinyInt.class, Type.SmallInt.class, Type.Int.class, Type.BigInt.class);

    private TypeWidening() {}

    static boolean narrows(Type from, Type to) {
        if (isText(from) && isText(to)) {
            return isShorter(from.findSize(), to.findSize());
        }
        if (INTEGERS.contains(from.getClass()) && INTEGERS.contains(to.getClass())) {
            return INTEGERS.indexOf(to.getClass()) < INTEGERS.indexOf(from.getClass());
        }
        if (from instanceof Type.Decimal before && to instanceof Type.Decimal after) {
            return isShorter(before.findSize(), after.findSize()) || losesDigits(before, after);
        }
        return !isText(to) && !from.equals(to);
    }

    private static boolean losesDigits(Type.Decimal before, Type.Decimal after) {
        boolean fewer = integerDigits(after) < integerDigits(before)
                || after.scale().orElse(0) < before.scale().orElse(0);
        return after.precision().isPresent() && fewer;
    }

    private static boolean isText(Type type) {
        return type instanceof Type.Char || type instanceof Type.Varchar || type instanceof Type.Text;
    }

    private static int integerDigits(Type.Decimal type) {
        return type.precision().orElse(0) - type.scale().orElse(0);
    }

    private static boolean isShorter(Optional<Integer> before, Optional<Integer> after) {
        return after.isPresent() && (before.isEmpty() || after.get() < before.get());
    }
}
