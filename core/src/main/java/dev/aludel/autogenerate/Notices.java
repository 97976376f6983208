package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what must be said about a migration's operations, in their order. */
final class Notices {
    private final List<Operation> operations;

    private Notices(List<Operation> operations) {
        this.operations = operations;
    }

    static List<Notice> about(List<Operation> operations) {
        Notices notices = new Notices(operations);
        return notices.collect(notices::about);
    }

    /** Drops that may have been meant as renames, which two schemas alone cannot tell. */
    static List<Notice> aboutRenames(List<Operation> operations) {
        Notices notices = new Notices(operations);
        return notices.collect(operation -> notices.rename(operation).stream().toList());
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

    private static boolean needsValue(Column column) {
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
            texts.add("fails if " + name + " holds nulls: fill them before");
        }
        boolean numbered = alter.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.IdentityChange identity
                        && identity.change().to().isPresent());
        if (numbered) {
            texts.add("numbers " + name + " from the start: set the counter behind the highest number in use");
        }
        return texts;
    }

    private Stream<Column> findAdded(DropColumn drop) {
        return operations.stream()
                .filter(operation ->
                        operation instanceof AddColumn add && add.table().equals(drop.table()))
                .map(operation -> ((AddColumn) operation).column());
    }

    private Optional<String> rename(Operation operation) {
        if (operation instanceof DropTable drop) {
            return rename(drop);
        }
        return operation instanceof DropColumn drop ? rename(drop) : Optional.empty();
    }

    /** A column that goes while one of the same type comes may be a rename, which would keep the data. */
    private Optional<String> rename(DropColumn drop) {
        return findAdded(drop)
                .filter(column -> !column.name().equals(drop.column())
                        && column.generated().isEmpty()
                        && drop.dropped()
                                .filter(dropped -> dropped.type().equals(column.type())
                                        && dropped.generated().isEmpty())
                                .isPresent())
                .findFirst()
                .map(column -> hint(drop.table() + "." + drop.column(), column.name()));
    }

    /** So may a table that goes while one with the same columns comes. */
    private Optional<String> rename(DropTable drop) {
        return operations.stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table())
                .filter(created -> created.name().schema().equals(drop.table().schema())
                        && drop.dropped()
                                .filter(dropped -> outline(dropped).equals(outline(created)))
                                .isPresent())
                .findFirst()
                .map(created -> hint(drop.table().toString(), created.name().name()));
    }

    private static String hint(String from, String to) {
        return "if this is a rename, keep the data: --rename " + from + ":" + to;
    }

    private static Set<List<Object>> outline(Table table) {
        Set<List<Object>> outline = new HashSet<>();
        table.columns().forEach(column -> outline.add(List.of(column.name(), column.type())));
        return outline;
    }
}
