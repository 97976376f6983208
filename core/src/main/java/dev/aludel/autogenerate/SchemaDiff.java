package dev.aludel.autogenerate;

import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
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
     * The operations in an order in which they can run; none when the schemas say the same.
     *
     * @param hints what is a rename rather than a drop and an add
     */
    public static List<Operation> between(Schema current, Schema target, RenameHints hints) {
        List<Operation> renames = hints.operations(current, target);
        Schema renamed = current;
        for (Operation rename : renames) {
            renamed = rename.applyTo(renamed);
        }
        Schema named = NamingConvention.nameAll(target, renamed);
        List<Operation> all = new ArrayList<>(renames);
        all.addAll(OperationSorter.sort(new SchemaDiff(renamed, named).compare(), renamed, named));
        return all;
    }

    private List<Operation> compare() {
        for (Sequence sequence : target.sequences()) {
            current.findSequence(sequence.name())
                    .ifPresentOrElse(
                            live -> compare(live, sequence), () -> operations.add(new CreateSequence(sequence)));
        }
        for (Table table : target.tables()) {
            current.findTable(table.name())
                    .ifPresentOrElse(
                            live -> operations.addAll(new TableDiff(live, table).compare()),
                            () -> operations.add(new CreateTable(table)));
        }
        for (Table table : current.tables()) {
            if (target.findTable(table.name()).isEmpty()) {
                operations.add(new DropTable(table.name(), Optional.of(table)));
            }
        }
        for (Sequence sequence : current.sequences()) {
            if (target.findSequence(sequence.name()).isEmpty()) {
                operations.add(new DropSequence(sequence.name(), Optional.of(sequence)));
            }
        }
        return operations;
    }

    private void compare(Sequence live, Sequence wanted) {
        if (!live.equals(wanted)) {
            operations.add(new AlterSequence(Optional.of(live), wanted));
        }
    }
}
