package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what separates two states of one table. Constraints and indexes are the same when they say the same, whatever
 * they are called; a name counts only where the wished-for side gives one of its own.
 */
final class TableDiff {
    private final Table live;
    private final Table wanted;
    private final List<Operation> operations = new ArrayList<>();

    TableDiff(Table live, Table wanted) {
        this.live = live;
        this.wanted = wanted;
    }

    List<Operation> compare() {
        if (!live.comment().equals(wanted.comment())) {
            operations.add(new CommentOnTable(live.name(), Change.between(live.comment(), wanted.comment())));
        }
        compareColumns();
        compareConstraints();
        compareIndexes();
        return operations;
    }

    private void compareColumns() {
        for (Column column : wanted.columns()) {
            live.findColumn(column.name())
                    .ifPresentOrElse(
                            other -> compare(other, column), () -> operations.add(new AddColumn(live.name(), column)));
        }
        for (Column column : live.columns()) {
            if (wanted.findColumn(column.name()).isEmpty()) {
                operations.add(new DropColumn(live.name(), column.name(), Optional.of(column)));
            }
        }
    }

    private void compare(Column from, Column to) {
        if (!from.generated().equals(to.generated()) || !from.collation().equals(to.collation())) {
            operations.add(new DropColumn(live.name(), from.name(), Optional.of(from)));
            operations.add(new AddColumn(live.name(), to));
            return;
        }
        List<ColumnChange> changes = new ArrayList<>();
        if (!from.identity().equals(to.identity()) && to.identity().isEmpty()) {
            changes.add(new ColumnChange.IdentityChange(Change.between(from.identity(), to.identity())));
        }
        if (!from.type().equals(to.type())) {
            changes.add(new ColumnChange.TypeChange(Optional.of(from.type()), to.type(), Optional.empty()));
        }
        if (!from.defaultValue().equals(to.defaultValue())) {
            changes.add(new ColumnChange.DefaultChange(Change.between(from.defaultValue(), to.defaultValue())));
        }
        if (from.nullable() != to.nullable()) {
            changes.add(new ColumnChange.NullabilityChange(to.nullable()));
        }
        if (!from.identity().equals(to.identity()) && to.identity().isPresent()) {
            changes.add(new ColumnChange.IdentityChange(Change.between(from.identity(), to.identity())));
        }
        if (!from.comment().equals(to.comment())) {
            changes.add(new ColumnChange.CommentChange(Change.between(from.comment(), to.comment())));
        }
        if (!changes.isEmpty()) {
            operations.add(new AlterColumn(live.name(), from.name(), changes));
        }
    }

    private void compareConstraints() {
        List<Constraint> rest = new ArrayList<>(live.constraints());
        List<Constraint> missing = new ArrayList<>();
        for (Constraint constraint : wanted.constraints()) {
            Optional<Constraint> same = Structure.findSame(constraint, rest);
            same.ifPresentOrElse(found -> matched(found, constraint, rest), () -> missing.add(constraint));
        }
        missing.removeIf(constraint -> constraint instanceof Constraint.Unique unique && isCoveredByIndex(unique));
        rest.removeIf(constraint -> constraint instanceof Constraint.Unique unique && isWantedAsIndex(unique));
        rest.forEach(constraint -> operations.add(
                new DropConstraint(live.name(), constraint.name().orElseThrow(), Optional.of(constraint))));
        missing.forEach(constraint -> operations.add(new AddConstraint(live.name(), constraint)));
    }

    private void matched(Constraint found, Constraint constraint, List<Constraint> rest) {
        rest.remove(found);
        String from = found.name().orElseThrow();
        constraint
                .name()
                .filter(name -> !name.equals(from) && !NamingConvention.isImplied(constraint, live.name()))
                .ifPresent(name -> operations.add(new RenameConstraint(live.name(), from, name)));
    }

    /** A unique index does what a unique constraint does: the model cannot tell which of them it means. */
    private boolean isCoveredByIndex(Constraint.Unique unique) {
        return live.indexes().stream().anyMatch(index -> Structure.isSame(unique, index));
    }

    private boolean isWantedAsIndex(Constraint.Unique unique) {
        return wanted.indexes().stream().anyMatch(index -> Structure.isSame(unique, index));
    }

    private void compareIndexes() {
        List<Index> rest = new ArrayList<>(live.indexes());
        List<Index> missing = new ArrayList<>();
        for (Index index : wanted.indexes()) {
            Optional<Index> same = Structure.findSame(index, rest);
            same.ifPresentOrElse(found -> matched(found, index, rest), () -> missing.add(index));
        }
        missing.removeIf(index -> uniques(live).stream().anyMatch(unique -> Structure.isSame(unique, index)));
        rest.removeIf(index -> uniques(wanted).stream().anyMatch(unique -> Structure.isSame(unique, index)));
        rest.forEach(
                index -> operations.add(new DropIndex(live.name(), index.name().orElseThrow(), Optional.of(index))));
        missing.forEach(index -> operations.add(new CreateIndex(live.name(), index)));
    }

    private void matched(Index found, Index index, List<Index> rest) {
        rest.remove(found);
        String from = found.name().orElseThrow();
        index.name()
                .filter(name -> !name.equals(from) && !NamingConvention.isImplied(index, live.name()))
                .ifPresent(name -> operations.add(new RenameIndex(live.name(), from, name)));
    }

    private static List<Constraint.Unique> uniques(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Unique.class::isInstance)
                .map(Constraint.Unique.class::cast)
                .toList();
    }
}
