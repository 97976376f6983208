package dev.aludel.autogenerate;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What constraints and indexes say, their names left aside. The order of a key's columns says nothing, since the same
 * rows obey it; the order of an index's parts does. Entities cannot say when a key is checked or how it matches nulls, so
 * neither counts.
 */
final class Structure {
    private Structure() {}

    /** Equal for constraints that say the same. */
    static Object of(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return List.of("primary key", Set.copyOf(constraint.columns()));
        }
        if (constraint instanceof Constraint.Unique unique) {
            return List.of("unique", Set.copyOf(unique.columns()), unique.nullsNotDistinct());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return List.of(pairs(key), key.referencedTable(), key.onDelete(), key.onUpdate());
        }
        if (constraint instanceof Constraint.Exclusion exclusion) {
            return List.of(exclusion.elements(), exclusion.method(), exclusion.where());
        }
        return List.of("check", ((Constraint.Check) constraint).expression());
    }

    /**
     * Equal for indexes that say the same. What entities have no words for is left aside, so that what a migration adds
     * by hand stays: the columns that an index stores besides, and whether nulls are equal.
     */
    static Object of(Index index) {
        return index.withName("")
                .withInclude(List.of())
                .withNullsNotDistinct(false)
                .withOptions(Map.of());
    }

    private static Set<List<String>> pairs(Constraint.ForeignKey key) {
        Set<List<String>> pairs = new HashSet<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String referenced =
                    i < key.referencedColumns().size() ? key.referencedColumns().get(i) : "";
            pairs.add(List.of(key.columns().get(i), referenced));
        }
        return pairs;
    }

    /** True where a unique index over plain columns does what the unique constraint does. */
    static boolean isSame(Constraint.Unique unique, Index index) {
        return isPlainKey(index)
                && !unique.nullsNotDistinct()
                && new TreeSet<>(index.columns()).equals(new TreeSet<>(unique.columns()));
    }

    /** A unique index that a foreign key may refer to. */
    static boolean isPlainKey(Index index) {
        return index.unique()
                && index.where().isEmpty()
                && index.method().isEmpty()
                && index.parts().stream()
                        .noneMatch(part -> part.expression()
                                || part.descending()
                                || part.nulls().isPresent());
    }

    /** True when the column is one of the constraint's, or stands as a word in its condition. */
    static boolean covers(Constraint constraint, String column) {
        return constraint.columns().contains(column) || computesWith(constraint, column);
    }

    static boolean covers(Index index, String column) {
        return index.columns().contains(column) || computesWith(index, column);
    }

    /** True when the column stands as a word in the constraint's condition. */
    static boolean computesWith(Constraint constraint, String column) {
        return constraint instanceof Constraint.Check check && mentions(check.expression(), column);
    }

    /** True when the column stands as a word in one of the index's expressions or its condition. */
    static boolean computesWith(Index index, String column) {
        return index.parts().stream().anyMatch(part -> part.expression() && mentions(part.text(), column))
                || index.where()
                        .filter(condition -> mentions(condition, column))
                        .isPresent();
    }

    /** True when the SQL text has the name as a word; a word inside a literal counts too. */
    static boolean mentions(String sql, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(sql)
                .find();
    }
}
