package dev.aludel.autogenerate;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import java.util.List;
import java.util.Optional;

/** Tells whether constraints and indexes say the same, their names left aside. */
final class Structure {
    private Structure() {}

    /** The constraint that says the same; one of the same name before others. */
    static Optional<Constraint> findSame(Constraint wanted, List<Constraint> candidates) {
        List<Constraint> same = candidates.stream()
                .filter(candidate -> nameless(candidate).equals(nameless(wanted)))
                .toList();
        return same.stream()
                .filter(candidate -> candidate.name().equals(wanted.name()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    static Optional<Index> findSame(Index wanted, List<Index> candidates) {
        List<Index> same = candidates.stream()
                .filter(candidate -> candidate.withName("").equals(wanted.withName("")))
                .toList();
        return same.stream()
                .filter(candidate -> candidate.name().equals(wanted.name()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** A unique constraint, and a plain unique index over the same columns. */
    static boolean isSame(Constraint.Unique unique, Index index) {
        boolean plain = index.unique()
                && index.where().isEmpty()
                && index.method().isEmpty()
                && index.parts().stream()
                        .noneMatch(part -> part.expression() || part.nulls().isPresent());
        return plain && !unique.nullsNotDistinct() && index.columns().equals(unique.columns());
    }

    private static Constraint nameless(Constraint constraint) {
        return constraint.withName("");
    }
}
