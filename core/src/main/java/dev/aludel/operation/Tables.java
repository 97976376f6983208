package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects the tables that an operation names, sorted and each once. */
final class Tables {
    private Tables() {}

    static List<TableName> of(TableName... tables) {
        return List.copyOf(new TreeSet<>(List.of(tables)));
    }

    /** The table itself and those that its foreign keys refer to. */
    static List<TableName> of(TableName table, Collection<? extends Constraint> constraints) {
        TreeSet<TableName> all = new TreeSet<>(List.of(table));
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.ForeignKey key) {
                all.add(key.referencedTable());
            }
        }
        return List.copyOf(all);
    }
}
