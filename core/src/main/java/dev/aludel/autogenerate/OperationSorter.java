package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CommentOnTable;
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
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings operations into an order in which a database accepts them, always the same one for the same operations.
 *
 * <p>Operations are dealt to the phases of {@link Phase}, which follow what depends on what, and each phase is sorted by
 * what its operations say. First goes what holds other things and no rows: foreign keys, then the other constraints,
 * then indexes. That also makes their names free. Then comes everything new, what others need before what needs it:
 * sequences (defaults use them), tables, columns, keys, and last the foreign keys (they need the keys of other tables).
 * Columns and tables go only at the end, when what replaces them is there, so that a person can write the step that
 * carries the rows over between the two; on the way back they come first, for the same reason.
 *
 * <p>What does not follow from the phases:
 *
 * <ul>
 *   <li>Tables are created in the order of their references, and dropped in the opposite one. A foreign key is part of
 *       its table's creation or drop; it stands by itself where it closes a cycle, or where the key or the column it
 *       refers to is changed by these same operations.
 *   <li>A column computed from others comes after these have come and changed, and goes before them. One that can only
 *       be dropped and added again goes at the beginning, together with what covers it.
 *   <li>A column that begins to be numbered waits for its primary key, without which some databases number none; one that
 *       ceases to be does so before its key goes.
 *   <li>A table whose names something new takes over goes before that; all dropped tables then do.
 *   <li>Renames wait until the name is free, with a name in between for a swap ({@link RenameOrder}).
 * </ul>
 *
 * <p>Reversed operation by operation, the result is an order for the way back.
 */
final class OperationSorter {

    /** In the order in which they run. */
    private enum Phase {
        PARTITIONS_DETACHED,
        SEQUENCES_RELEASED,
        FOREIGN_KEYS_GO,
        NUMBERING_GOES,
        CONSTRAINTS_GO,
        INDEXES_GO,
        REPLACED_COLUMNS_GO,
        TABLES_MAKE_ROOM,
        RENAMES,
        SEQUENCES_COME,
        TABLES_COME,
        COLUMNS_COME,
        COMPUTED_COLUMNS_GO,
        COLUMNS_CHANGE,
        COMPUTED_COLUMNS_COME,
        COMMENTS,
        PRIMARY_KEYS_COME,
        NUMBERING_COMES,
        CONSTRAINTS_COME,
        INDEXES_COME,
        FOREIGN_KEYS_COME,
        OPTIONS_CHANGE,
        SEQUENCES_CHANGE,
        COLUMNS_GO,
        PARTITIONS_ATTACHED,
        TABLES_GO,
        SEQUENCES_GO
    }

    private static final Map<Class<?>, Phase> PHASES = Map.ofEntries(
            Map.entry(DropIndex.class, Phase.INDEXES_GO),
            Map.entry(RenameConstraint.class, Phase.RENAMES),
            Map.entry(RenameIndex.class, Phase.RENAMES),
            Map.entry(CreateSequence.class, Phase.SEQUENCES_COME),
            Map.entry(AlterSequence.class, Phase.SEQUENCES_CHANGE),
            Map.entry(CommentOnTable.class, Phase.COMMENTS),
            Map.entry(CreateIndex.class, Phase.INDEXES_COME),
            Map.entry(DropSequence.class, Phase.SEQUENCES_GO));

    private final List<Operation> operations;
    private final Schema current;
    private final Schema target;
    private final ReferencedKeys keys;
    private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);

    private OperationSorter(List<Operation> operations, Schema current, Schema target) {
        this.operations = operations;
        this.current = current;
        this.target = target;
        this.keys = new ReferencedKeys(operations);
    }

    /** Sorts what {@link SchemaDiff} finds; everything in it has a name, and drops know what they drop. */
    static List<Operation> sort(List<Operation> operations, Schema current, Schema target) {
        OperationSorter sorter = new OperationSorter(operations, current, target);
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
        sorter.dropTables(dropped, created);
        return sorter.flatten();
    }

    private Phase phase(Operation operation) {
        if (operation instanceof DropConstraint drop) {
            boolean foreign = drop.dropped().flatMap(ReferencedKeys::foreignKey).isPresent();
            return foreign ? Phase.FOREIGN_KEYS_GO : Phase.CONSTRAINTS_GO;
        }
        if (operation instanceof AddConstraint add) {
            return phase(add.constraint());
        }
        if (operation instanceof AlterTable alter) {
            return phase(alter);
        }
        if (operation instanceof AddColumn add) {
            return add.column().generated().isPresent() ? Phase.COMPUTED_COLUMNS_COME : Phase.COLUMNS_COME;
        }
        if (operation instanceof AlterColumn alter) {
            return phase(alter);
        }
        if (operation instanceof AlterSequence alter
                && alter.to().ownedBy().isEmpty()
                && alter.from().flatMap(Sequence::ownedBy).isPresent()) {
            return Phase.SEQUENCES_RELEASED;
        }
        return operation instanceof DropColumn drop
                ? phase(drop)
                : Optional.ofNullable(PHASES.get(operation.getClass())).orElseThrow();
    }

    /** A partition has the columns of its table, and changes none of them by itself. */
    private static Phase phase(AlterTable alter) {
        if (alter.detaches()) {
            return Phase.PARTITIONS_DETACHED;
        }
        if (alter.changes().keySet().stream().allMatch(option -> option.startsWith(Table.ALTER_COLUMN))) {
            return Phase.COLUMNS_CHANGE;
        }
        return alter.attaches() ? Phase.PARTITIONS_ATTACHED : Phase.OPTIONS_CHANGE;
    }

    private static Phase phase(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey) {
            return Phase.FOREIGN_KEYS_COME;
        }
        return constraint instanceof Constraint.PrimaryKey ? Phase.PRIMARY_KEYS_COME : Phase.CONSTRAINTS_COME;
    }

    private static Phase phase(AlterColumn alter) {
        ColumnChange first = alter.changes().get(0);
        if (alter.changes().size() > 1 || !first.isNumbering()) {
            return Phase.COLUMNS_CHANGE;
        }
        boolean comes = ((ColumnChange.IdentityChange) first).change().to().isPresent();
        return comes ? Phase.NUMBERING_COMES : Phase.NUMBERING_GOES;
    }

    private Phase phase(DropColumn drop) {
        boolean comesBack = operations.stream()
                .anyMatch(operation -> operation instanceof AddColumn add
                        && add.table().equals(drop.table())
                        && add.column().name().equals(drop.column()));
        boolean computed = drop.dropped().flatMap(column -> column.generated()).isPresent();
        if (comesBack) {
            return Phase.REPLACED_COLUMNS_GO;
        }
        return computed ? Phase.COMPUTED_COLUMNS_GO : Phase.COLUMNS_GO;
    }

    private void add(Phase phase, Operation operation) {
        phases.computeIfAbsent(phase, empty -> new ArrayList<>()).add(operation);
    }

    private void createTables(List<Table> created) {
        TableOrder order = TableOrder.of(created, target.dependencies());
        for (Table table : order.referencedFirst()) {
            Table kept =
                    separate(table, order, key -> add(Phase.FOREIGN_KEYS_COME, new AddConstraint(table.name(), key)));
            add(Phase.TABLES_COME, new CreateTable(kept));
        }
    }

    private void dropTables(List<Table> dropped, List<Table> created) {
        Phase phase = TakenNames.of(operations, created).areAmong(dropped) ? Phase.TABLES_MAKE_ROOM : Phase.TABLES_GO;
        TableOrder order = TableOrder.of(dropped, current.dependencies());
        for (Table table : order.referencingFirst()) {
            Table kept = separate(
                    table,
                    order,
                    key -> add(
                            Phase.FOREIGN_KEYS_GO,
                            new DropConstraint(table.name(), key.name().orElseThrow(), Optional.of(key))));
            add(phase, new DropTable(table.name(), Optional.of(kept)));
        }
    }

    /** The table with those foreign keys that can come and go with it; the others are handed over. */
    private Table separate(Table table, TableOrder order, Consumer<Constraint> byItself) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            boolean stays = ReferencedKeys.foreignKey(constraint)
                    .map(key -> !order.closesCycle(key, table) && !keys.changesFor(key))
                    .orElse(true);
            if (stays) {
                kept.add(constraint);
            } else {
                byItself.accept(constraint);
            }
        }
        return table.withConstraints(kept);
    }

    private List<Operation> flatten() {
        List<Operation> sorted = new ArrayList<>();
        phases.forEach((phase, inPhase) -> sorted.addAll(sort(phase, inPhase)));
        return sorted;
    }

    private static List<Operation> sort(Phase phase, List<Operation> inPhase) {
        return switch (phase) {
            case RENAMES -> RenameOrder.sort(inPhase);
            case TABLES_COME, TABLES_GO, TABLES_MAKE_ROOM -> inPhase;
            case COLUMNS_COME, COMPUTED_COLUMNS_COME -> inModelOrder(inPhase);
            default ->
                inPhase.stream()
                        .sorted(Comparator.comparing(Operation::describe))
                        .toList();
        };
    }

    /** Table by table, the columns of each as the model has them. */
    private static List<Operation> inModelOrder(List<Operation> columns) {
        return columns.stream()
                .sorted(Comparator.comparing(operation -> ((AddColumn) operation).table()))
                .toList();
    }
}
