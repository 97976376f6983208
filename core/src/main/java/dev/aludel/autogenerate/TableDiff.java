package dev.aludel.autogenerate;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what separates two states of one table. Constraints and indexes that say the same under two names are renamed; a
 * name counts only where the wished-for side gives one, and what is new may be left without.
 */
final class TableDiff {
    private final Table live;
    private final Table wanted;
    private final Set<String> replaced;
    private final Set<String> retyped;
    private final Pairing<Constraint> constraints;
    private final Pairing<Index> indexes;
    private final List<Operation> operations = new ArrayList<>();

    private TableDiff(Table live, Table wanted) {
        this.live = live;
        this.wanted = wanted;
        this.replaced = ColumnDiff.replaced(live.columns(), wanted.columns());
        this.retyped = ColumnDiff.retyped(live.columns(), wanted.columns());
        this.constraints = Pairing.of(live.constraints(), wanted.constraints(), Structure::of, Constraint::name);
        this.indexes = Pairing.of(live.indexes(), wanted.indexes(), Structure::of, Index::name);
    }

    /** The operations in no order in particular. */
    static List<Operation> between(Table live, Table wanted) {
        TableDiff diff = new TableDiff(live, wanted);
        diff.compareComments();
        diff.compareOptions();
        diff.compareColumns();
        diff.compareConstraints();
        diff.compareIndexes();
        return diff.operations;
    }

    private void compareComments() {
        if (!live.comment().equals(wanted.comment())) {
            operations.add(new CommentOnTable(live.name(), Change.between(live.comment(), wanted.comment())));
        }
    }

    private void compareOptions() {
        Map<Boolean, Map<String, Change<String>>> changes =
                Change.between(live.options(), wanted.options()).entrySet().stream()
                        .collect(Collectors.partitioningBy(
                                change -> change.getKey().startsWith(Table.ALTER_COLUMN),
                                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        changes.values().stream()
                .filter(some -> !some.isEmpty())
                .forEach(some -> operations.add(new AlterTable(live.name(), some)));
    }

    private void compareColumns() {
        for (Column column : wanted.columns()) {
            Optional<Column> other = live.findColumn(column.name()).filter(found -> !replaced.contains(found.name()));
            other.ifPresentOrElse(
                    found -> compare(found, column), () -> operations.add(new AddColumn(live.name(), column)));
        }
        for (Column column : live.columns()) {
            if (wanted.findColumn(column.name()).isEmpty() || replaced.contains(column.name())) {
                operations.add(new DropColumn(live.name(), column.name(), Optional.of(column)));
            }
        }
    }

    /** Numbers and key need each other, so that the two come and go by themselves where both do. */
    private void compare(Column from, Column to) {
        List<ColumnChange> changes = new ArrayList<>(ColumnDiff.between(from, to));
        boolean sameKey = columns(live.findPrimaryKey()).equals(columns(wanted.findPrimaryKey()));
        if (!sameKey && changes.size() > 1) {
            changes.stream().filter(ColumnChange::isNumbering).toList().forEach(numbering -> {
                changes.remove(numbering);
                operations.add(new AlterColumn(live.name(), from.name(), List.of(numbering)));
            });
        }
        if (!changes.isEmpty()) {
            operations.add(new AlterColumn(live.name(), from.name(), changes));
        }
    }

    private static List<String> columns(Optional<Constraint.PrimaryKey> key) {
        return key.map(Constraint::columns).orElse(List.of());
    }

    private void compareConstraints() {
        constraints.pairs().forEach(pair -> {
            Constraint found = pair.live();
            Optional<String> newName = renamed(name(found), pair.wanted().name());
            if (!isKept(found) || !found.withName("").equals(pair.wanted().withName(""))) {
                constraints.surplus().add(found);
                constraints.missing().add(pair.wanted().withName(newName.orElse(name(found))));
            } else {
                newName.ifPresent(name -> operations.add(new RenameConstraint(live.name(), name(found), name)));
            }
        });
        constraints
                .surplus()
                .forEach(constraint ->
                        operations.add(new DropConstraint(live.name(), name(constraint), Optional.of(constraint))));
        constraints.missing().forEach(constraint -> operations.add(new AddConstraint(live.name(), constraint)));
    }

    private void compareIndexes() {
        indexes.pairs().forEach(pair -> {
            Index found = pair.live();
            Optional<String> newName = renamed(name(found), pair.wanted().name());
            if (!isKept(found) || !found.withName("").equals(pair.wanted().withName(""))) {
                indexes.surplus().add(found);
                indexes.missing().add(pair.wanted().withName(newName.orElse(name(found))));
            } else {
                newName.ifPresent(name -> operations.add(new RenameIndex(live.name(), name(found), name)));
            }
        });
        indexes.surplus().forEach(index -> operations.add(new DropIndex(live.name(), name(index), Optional.of(index))));
        indexes.missing().forEach(index -> operations.add(new CreateIndex(live.name(), index)));
    }

    /**
     * A column that is dropped and added again takes along what covers it, which must come back as well. What computes
     * with a column of another type is written anew, since a database that carries it over adds casts that stay.
     */
    private boolean isKept(Constraint constraint) {
        return replaced.stream().noneMatch(column -> Structure.covers(constraint, column))
                && retyped.stream().noneMatch(column -> Structure.computesWith(constraint, column));
    }

    private boolean isKept(Index index) {
        return replaced.stream().noneMatch(column -> Structure.covers(index, column))
                && retyped.stream().noneMatch(column -> Structure.computesWith(index, column));
    }

    private static Optional<String> renamed(String name, Optional<String> wantedName) {
        return wantedName.filter(other -> !other.equals(name));
    }

    private String name(Constraint constraint) {
        return constraint.name().orElseThrow(() -> nameless(constraint.describe()));
    }

    private String name(Index index) {
        return index.name().orElseThrow(() -> nameless(index.describe()));
    }

    private AludelException nameless(String part) {
        return AludelException.of(
                ErrorCode.INCONSISTENT_SCHEMA, "The " + part + " of " + live.name() + " has no name to call it by.");
    }
}
