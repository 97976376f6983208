package dev.aludel.autogenerate;

import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Orders renames so that none takes a name before the other one has left it. Where names go round in a circle, as in a
 * swap, the first takes a name in between.
 */
final class RenameOrder {
    private RenameOrder() {}

    /** Renames of tables, columns, constraints or indexes, in any mixture; others are not allowed. */
    static List<Operation> sort(List<Operation> renames) {
        List<Operation> pending = new ArrayList<>(renames);
        pending.sort(Comparator.comparing(Operation::describe));
        List<Operation> sorted = new ArrayList<>();
        while (!pending.isEmpty()) {
            Optional<Operation> ready = pending.stream()
                    .filter(rename -> pending.stream().noneMatch(other -> stands(other, rename)))
                    .findFirst();
            if (ready.isPresent()) {
                sorted.add(ready.get());
                pending.remove(ready.get());
            } else {
                Name name = name(pending.get(0));
                String between = NamingConvention.shorten("aludel_swap_" + name.from());
                sorted.add(rename(pending.get(0), name.from(), between));
                pending.set(0, rename(pending.get(0), between, name.to()));
            }
        }
        return sorted;
    }

    /** True when the other still has the name that this one takes. */
    private static boolean stands(Operation other, Operation rename) {
        Name name = name(rename);
        return !other.equals(rename)
                && name(other).from().equals(name.to())
                && name(other).scope().equals(name.scope());
    }

    /** Constraints and indexes share the names of a schema, as they do in PostgreSQL. */
    private record Name(String scope, String from, String to) {}

    private static Name name(Operation rename) {
        if (rename instanceof RenameTable table) {
            return new Name("table of " + scope(table.table()), table.table().name(), table.newName());
        }
        if (rename instanceof RenameColumn column) {
            return new Name("column of " + column.table(), column.column(), column.newName());
        }
        if (rename instanceof RenameConstraint constraint) {
            return new Name("part of " + scope(constraint.table()), constraint.constraint(), constraint.newName());
        }
        RenameIndex index = (RenameIndex) rename;
        return new Name("part of " + scope(index.table()), index.index(), index.newName());
    }

    private static String scope(TableName table) {
        return table.schema().orElse("");
    }

    private static Operation rename(Operation rename, String from, String to) {
        if (rename instanceof RenameTable table) {
            return new RenameTable(table.table().withName(from), to);
        }
        if (rename instanceof RenameColumn column) {
            return new RenameColumn(column.table(), from, to);
        }
        if (rename instanceof RenameConstraint constraint) {
            return new RenameConstraint(constraint.table(), from, to);
        }
        return new RenameIndex(((RenameIndex) rename).table(), from, to);
    }
}
