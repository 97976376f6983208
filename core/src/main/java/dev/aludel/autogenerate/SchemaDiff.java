package dev.aludel.autogenerate;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Partitions;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the operations that turn one schema into another. Both must be normalized by the same dialect. */
public final class SchemaDiff {
    private final Schema current;
    private final Schema target;
    private final List<Operation> operations = new ArrayList<>();

    private SchemaDiff(Schema current, Schema target) {
        this.current = current;
        this.target = target;
    }

    /**
     * The operations in an order in which they can run; none when the schemas say the same. What they create has a
     * name, whether or not the target gives one.
     *
     * @param current every constraint and index in it has a name
     * @param hints what is a rename rather than a drop and an add
     * @throws dev.aludel.error.AludelException (CFG-006) when a hint does not fit the schemas
     */
    public static List<Operation> between(Schema current, Schema target, RenameHints hints) {
        List<Operation> all = new ArrayList<>(hints.operations(current, target));
        Schema renamed = current;
        for (Operation rename : all) {
            renamed = rename.applyTo(renamed);
        }
        SchemaDiff diff = new SchemaDiff(renamed, target);
        diff.compareSequences();
        diff.compareTables();
        diff.letGoOfKeys();
        List<Operation> sorted =
                OperationSorter.sort(NamingConvention.nameAll(diff.operations, renamed, target), renamed, target);
        all.addAll(ObjectDiff.around(sorted, renamed, target));
        return all;
    }

    /** The owner of a sequence comes after it and goes before it: who owns it is said by itself. */
    private void compareSequences() {
        for (Sequence wanted : target.sequences()) {
            Optional<Sequence> live = current.findSequence(wanted.name());
            if (live.isEmpty()) {
                Sequence free = wanted.withOwnedBy(Optional.empty());
                operations.add(new CreateSequence(free));
                alter(free, wanted);
            } else {
                alter(live.get(), wanted);
            }
        }
        for (Sequence live : current.sequences()) {
            if (target.findSequence(live.name()).isEmpty()) {
                Sequence free = live.withOwnedBy(Optional.empty());
                alter(live, free);
                operations.add(new DropSequence(live.name(), Optional.of(free)));
            }
        }
    }

    private void alter(Sequence from, Sequence to) {
        if (!from.equals(to)) {
            operations.add(new AlterSequence(Optional.of(from), to));
        }
    }

    private void compareTables() {
        for (Table wanted : target.tables()) {
            current.findTable(wanted.name())
                    .ifPresentOrElse(live -> compare(live, wanted), () -> operations.add(new CreateTable(wanted)));
        }
        for (Table live : current.tables()) {
            if (target.findTable(live.name()).isEmpty()) {
                operations.add(new DropTable(live.name(), Optional.of(live)));
            }
        }
    }

    /** Where only one of the two is a partition, that one's columns are said by another table. */
    private void compare(Table live, Table wanted) {
        if (live.equals(wanted)) {
            return;
        }
        operations.addAll(
                Partitions.isPartition(live) == Partitions.isPartition(wanted)
                        ? TableDiff.between(live, wanted)
                        : TableDiff.between(Partitions.completed(live, current), Partitions.completed(wanted, target)));
    }

    /** A key cannot go while a foreign key holds it: one that stays goes with it and comes back at the end. */
    private void letGoOfKeys() {
        ReferencedKeys touched = new ReferencedKeys(operations);
        for (Table table : current.tables()) {
            if (target.findTable(table.name()).isPresent()) {
                for (Constraint constraint : table.constraints()) {
                    if (constraint instanceof Constraint.ForeignKey key && touched.loses(key)) {
                        letGo(table, key);
                    }
                }
            }
        }
    }

    private void letGo(Table table, Constraint.ForeignKey key) {
        String name = key.name().orElseThrow();
        DropConstraint drop = new DropConstraint(table.name(), name, Optional.of(key));
        if (!operations.contains(drop)) {
            Optional<RenameConstraint> rename = findRename(table, name);
            rename.ifPresent(operations::remove);
            operations.add(drop);
            operations.add(new AddConstraint(
                    table.name(),
                    key.withName(rename.map(RenameConstraint::newName).orElse(name))));
        }
    }

    private Optional<RenameConstraint> findRename(Table table, String name) {
        return operations.stream()
                .filter(RenameConstraint.class::isInstance)
                .map(RenameConstraint.class::cast)
                .filter(rename -> rename.table().equals(table.name())
                        && rename.constraint().equals(name))
                .findFirst();
    }
}
