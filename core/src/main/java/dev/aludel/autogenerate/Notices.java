package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what must be said about a migration's operations, in their order. */
final class Notices {
    private final List<Operation> operations;
    private final Schema target;

    private Notices(List<Operation> operations, Schema target) {
        this.operations = operations;
        this.target = target;
    }

    static List<Notice> about(List<Operation> operations) {
        Notices notices = new Notices(operations, Schema.empty());
        return notices.collect(notices::about);
    }

    /** Drops that may have been meant as renames or moves, which two schemas alone cannot tell. */
    static List<Notice> aboutRenames(List<Operation> operations, Schema current, Schema target) {
        Notices notices = new Notices(operations, target);
        return notices.collect(operation -> {
            List<List<RenameCandidate>> candidates = RenameCandidates.of(operation, operations, current, target);
            return candidates.isEmpty()
                    ? notices.move(operation).stream().toList()
                    : candidates.stream().map(Notices::rename).toList();
        });
    }

    private static String rename(List<RenameCandidate> candidates) {
        return "if this is a rename, keep the data: --rename "
                + candidates.stream().map(RenameCandidate::describe).collect(Collectors.joining(", or --rename "));
    }

    private List<Notice> collect(Function<Operation, List<String>> texts) {
        return operations.stream()
                .flatMap(operation ->
                        texts.apply(operation).stream().map(text -> new Notice(Optional.of(operation), text)))
                .toList();
    }

    private List<String> about(Operation operation) {
        if (operation instanceof DropTable drop) {
            return List.of("destructive: drops the table " + drop.table() + " and all its rows");
        }
        if (operation instanceof DropColumn drop) {
            return List.of(loss(drop));
        }
        if (operation instanceof AlterColumn alter) {
            return about(alter);
        }
        return operation instanceof AddColumn add && needsValue(add.column())
                ? List.of("fails if the table has rows: " + add.table() + "."
                        + add.column().name() + " is not null and has no default")
                : List.of();
    }

    static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.generated().isEmpty();
    }

    private String loss(DropColumn drop) {
        boolean computed = drop.dropped().flatMap(Column::generated).isPresent();
        boolean recomputed = findAdded(drop)
                .anyMatch(column -> column.name().equals(drop.column())
                        && column.generated().isPresent());
        return computed && recomputed
                ? "drops the column " + drop.table() + "." + drop.column() + ", which is added again and computed anew"
                : "destructive: drops the column " + drop.table() + "." + drop.column() + " and its data";
    }

    private static List<String> about(AlterColumn alter) {
        String name = alter.table() + "." + alter.column();
        List<String> texts = new ArrayList<>();
        if (alter.destructive()) {
            texts.add("destructive: narrows the type of " + name + ", and values that do not fit are refused or cut");
        }
        if (alter.changes().contains(new ColumnChange.NullabilityChange(false))) {
            texts.add(nulls(name));
        }
        boolean numbered = alter.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.IdentityChange identity
                        && identity.change().to().isPresent());
        if (numbered) {
            texts.add("numbers " + name + " from the start: set the counter behind the highest number in use");
        }
        return texts;
    }

    private static String nulls(String column) {
        return "fails if " + column + " holds nulls: fill them before";
    }

    /** What is said of a column that becomes not null. */
    static Notice nulls(AlterColumn alter) {
        return new Notice(Optional.of(alter), nulls(alter.table() + "." + alter.column()));
    }

    private Stream<Column> findAdded(DropColumn drop) {
        return operations.stream()
                .filter(operation ->
                        operation instanceof AddColumn add && add.table().equals(drop.table()))
                .map(operation -> ((AddColumn) operation).column());
    }

    /** A column that goes while one of its name and type comes to a table that is related may have moved there. */
    private Optional<String> move(Operation operation) {
        return operation instanceof DropColumn drop
                ? drop.dropped()
                        .flatMap(column -> findMoved(drop.table(), column))
                        .map(to -> hint(drop, to))
                : Optional.empty();
    }

    private static String hint(DropColumn drop, TableName to) {
        return "if " + drop.table() + "." + drop.column() + " moves to " + to + "." + drop.column()
                + ", keep the data: copy it before this step";
    }

    private Optional<TableName> findMoved(TableName from, Column column) {
        return operations.stream()
                .flatMap(operation -> added(operation, column).stream())
                .filter(to -> refers(from, to) || refers(to, from))
                .findFirst();
    }

    private static Optional<TableName> added(Operation operation, Column column) {
        if (operation instanceof AddColumn add) {
            return isSame(add.column(), column) ? Optional.of(add.table()) : Optional.empty();
        }
        return operation instanceof CreateTable create
                ? create.table()
                        .findColumn(column.name())
                        .filter(other -> isSame(other, column))
                        .map(other -> create.table().name())
                : Optional.empty();
    }

    private boolean refers(TableName from, TableName to) {
        return target.findTable(from).stream()
                .flatMap(table -> table.constraints().stream())
                .anyMatch(constraint -> constraint instanceof Constraint.ForeignKey key
                        && key.referencedTable().equals(to)
                        && !from.equals(to));
    }

    private static boolean isSame(Column one, Column other) {
        return one.name().equals(other.name()) && one.type().equals(other.type());
    }
}
