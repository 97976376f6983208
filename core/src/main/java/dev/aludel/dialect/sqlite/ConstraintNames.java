package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Calls the constraints of a table that have no name, as SQLite allows and as most of its tables have them. The names are
 * made of the table and its columns, so that two tables of the same shape have the same ones.
 */
final class ConstraintNames {
    private ConstraintNames() {}

    /** The same constraints, each with a name. */
    static List<Constraint> named(String table, List<Constraint> constraints) {
        Set<String> taken = new HashSet<>();
        constraints.forEach(
                constraint -> constraint.name().ifPresent(name -> taken.add(name.toLowerCase(Locale.ROOT))));
        List<Constraint> named = new ArrayList<>();
        for (Constraint constraint : constraints) {
            named.add(constraint.name().isPresent() ? constraint : constraint.withName(free(table, constraint, taken)));
        }
        return named;
    }

    private static String free(String table, Constraint constraint, Set<String> taken) {
        String wanted = usual(table, constraint);
        String name = wanted;
        for (int number = 1; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String usual(String table, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return table + "_pkey";
        }
        String columns = String.join("_", constraint.columns());
        if (constraint instanceof Constraint.Unique) {
            return table + "_" + columns + "_key";
        }
        return constraint instanceof Constraint.ForeignKey ? table + "_" + columns + "_fkey" : table + "_check";
    }

    /** True where the name may be one that was made here, and not by a person. */
    static boolean mayBeMade(String table, Constraint constraint) {
        return constraint
                .name()
                .map(name -> name.replaceFirst("\\d+$", "").equalsIgnoreCase(usual(table, constraint)))
                .orElse(true);
    }
}
