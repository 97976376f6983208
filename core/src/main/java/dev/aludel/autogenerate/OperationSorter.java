package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings operations into an order in which a database accepts them, always the same one for the same operations.
 *
 * <p>Operations are dealt to numbered phases, and each phase is sorted by what its operations say. The phases follow what
 * depends on what:
 *
 * <ol>
 *   <li>foreign keys that go, since they hold both tables; then other constraints and indexes that go, since they hold
 *       columns
 *   <li>tables that go: a table that references another before that one
 *   <li>columns that go
 *   <li>renames of constraints and indexes, which makes names free
 *   <li>sequences that come or change, since defaults may use them
 *   <li>tables that come: a referenced table before the one that references it
 *   <li>columns that come, columns that change
 *   <li>primary keys, unique constraints and checks that come; then indexes; then foreign keys, since these need the
 *       keys of the other table
 *   <li>sequences that go, since defaults used them
 * </ol>
 *
 * <p>A cycle of references among new or dropped tables is cut: the foreign key that closes it is taken out of the table
 * and added, or dropped, by itself. A column that is dropped takes along what covers it; those constraints and indexes
 * are dropped by name before, so that the way back restores them.
 */
final class OperationSorter {
    private final Schema current;
    private final Map<Integer, List<Operation>> phases = new TreeMap<>();

    private OperationSorter(Schema current) {
        this.current = current;
    }

    static List<Operation> sort(List<Operation> operations, Schema current, Schema target) {
        OperationSorter sorter = new OperationSorter(current);
        List<Table> created = new ArrayList<>();
        List<Table> dropped = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                created.add(create.table());
            } else if (operation instanceof DropTable drop) {
                dropped.add(drop.dropped().orElseThrow());
            } else {
                sorter.add(sorter.phase(operation), operation);
            }
        }
        sorter.createTables(created);
        sorter.dropTables(dropped);
        return sorter.flatten();
    }

    private int phase(Operation operation) {
        if (operation instanceof DropConstraint drop) {
            return drop.dropped()
                            .filter(Constraint.ForeignKey.class::isInstance)
                            .isPresent()
                    ? 10
                    : 11;
        }
        if (operation instanceof AddConstraint add) {
            return add.constraint() instanceof Constraint.ForeignKey ? 92 : keyPhase(add.constraint());
        }
        return Map.<Class<?>, Integer>ofEntries(
                        Map.entry(DropIndex.class, 12),
                        Map.entry(DropColumn.class, 30),
                        Map.entry(RenameConstraint.class, 40),
                        Map.entry(RenameIndex.class, 40),
                        Map.entry(CreateSequence.class, 50),
                        Map.entry(AlterSequence.class, 50),
                        Map.entry(AddColumn.class, 70),
                        Map.entry(AlterColumn.class, 71),
                        Map.entry(CreateIndex.class, 91),
                        Map.entry(DropSequence.class, 99))
                .getOrDefault(operation.getClass(), 72);
    }

    private static int keyPhase(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey ? 80 : 81;
    }

    private void add(int phase, Operation operation) {
        phases.computeIfAbsent(phase, empty -> new ArrayList<>()).add(operation);
    }

    private List<Operation> flatten() {
        List<Operation> sorted = new ArrayList<>();
        phases.forEach((phase, operations) -> {
            // tables stand in the order of their references, added columns in the order of the model
            boolean ordered = phase == 20 || phase == 60 || phase == 70;
            if (!ordered) {
                operations.sort(Comparator.comparing(Operation::describe));
            }
            sorted.addAll(operations);
        });
        return sorted;
    }

    private void createTables(List<Table> tables) {
        for (Table table : byReferences(tables)) {
            List<Constraint> kept = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.ForeignKey && !isReady(constraint, table, tables)) {
                    add(92, new AddConstraint(table.name(), constraint));
                } else {
                    kept.add(constraint);
                }
            }
            add(60, new CreateTable(table.withConstraints(kept)));
        }
    }

    /** True when the referenced table is there, or was created before this one. */
    private boolean isReady(Constraint constraint, Table table, List<Table> created) {
        TableName referenced = ((Constraint.ForeignKey) constraint).referencedTable();
        boolean isNew = created.stream().anyMatch(each -> each.name().equals(referenced));
        boolean before = phases.getOrDefault(60, List.of()).stream()
                .anyMatch(operation -> ((CreateTable) operation).table().name().equals(referenced));
        boolean keyIsOld = !isNew && current.findTable(referenced).isPresent() && !isKeyAdded(referenced);
        return referenced.equals(table.name()) || before || keyIsOld;
    }

    private boolean isKeyAdded(TableName table) {
        return phases.entrySet().stream()
                .filter(phase -> phase.getKey() >= 40 && phase.getKey() <= 81)
                .flatMap(phase -> phase.getValue().stream())
                .anyMatch(operation -> addsTo(operation, table));
    }

    private static boolean addsTo(Operation operation, TableName table) {
        if (operation instanceof AddConstraint add) {
            return add.table().equals(table);
        }
        return operation instanceof AddColumn column && column.table().equals(table);
    }

    private void dropTables(List<Table> tables) {
        List<Table> order = byReferences(tables);
        Set<TableName> left = new HashSet<>();
        tables.forEach(table -> left.add(table.name()));
        for (int i = order.size() - 1; i >= 0; i--) {
            Table table = order.get(i);
            List<Constraint> kept = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                boolean cut = constraint instanceof Constraint.ForeignKey key
                        && !key.referencedTable().equals(table.name())
                        && tables.stream().anyMatch(each -> each.name().equals(key.referencedTable()))
                        && !left.contains(key.referencedTable());
                if (cut) {
                    add(10, new DropConstraint(table.name(), constraint.name().orElseThrow(), Optional.of(constraint)));
                } else {
                    kept.add(constraint);
                }
            }
            left.remove(table.name());
            add(20, new DropTable(table.name(), Optional.of(table.withConstraints(kept))));
        }
    }

    /** Referenced tables first, else by name; within a cycle by name. */
    private static List<Table> byReferences(List<Table> tables) {
        Map<TableName, Table> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        List<Table> order = new ArrayList<>();
        Map<TableName, Boolean> visited = new HashMap<>();
        byName.values().forEach(table -> visit(table, byName, visited, order));
        return order;
    }

    private static void visit(
            Table table, Map<TableName, Table> tables, Map<TableName, Boolean> visited, List<Table> order) {
        if (visited.putIfAbsent(table.name(), true) != null) {
            return;
        }
        table.constraints().stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(constraint -> ((Constraint.ForeignKey) constraint).referencedTable())
                .sorted()
                .forEach(referenced -> {
                    Table other = tables.get(referenced);
                    if (other != null) {
                        visit(other, tables, visited, order);
                    }
                });
        order.add(table);
    }
}
