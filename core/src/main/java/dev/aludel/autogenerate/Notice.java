package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of a generated migration must not miss about one of its operations; one sentence without a full stop. */
public record Notice(Operation operation, String text) {

    /** What is to be said about these operations, in their order. */
    public static List<Notice> about(List<Operation> operations) {
        List<Notice> notices = new ArrayList<>();
        for (Operation operation : operations) {
            about(operation).ifPresent(text -> notices.add(new Notice(operation, text)));
            rename(operation, operations).ifPresent(text -> notices.add(new Notice(operation, text)));
        }
        return notices;
    }

    private static Optional<String> about(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of("destructive: drops the table " + drop.table() + " and all its rows");
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of("destructive: drops the column " + drop.table() + "." + drop.column() + " and its data");
        }
        if (operation instanceof AlterColumn alter && alter.destructive()) {
            return Optional.of("destructive: values of " + alter.table() + "." + alter.column()
                    + " that do not fit the new type are refused or lost");
        }
        if (operation instanceof AlterColumn alter
                && alter.changes().contains(new ColumnChange.NullabilityChange(false))) {
            return Optional.of(
                    "fails while " + alter.table() + "." + alter.column() + " holds nulls: fill them before");
        }
        if (operation instanceof AddColumn add && needsValue(add)) {
            return Optional.of("fails when " + add.table() + " has rows: "
                    + add.column().name() + " is not null and has no default");
        }
        return Optional.empty();
    }

    private static boolean needsValue(AddColumn add) {
        return !add.column().nullable()
                && add.column().defaultValue().isEmpty()
                && add.column().identity().isEmpty()
                && add.column().generated().isEmpty();
    }

    /** A column that goes while one of the same type comes may be a rename, which would keep the data. */
    private static Optional<String> rename(Operation operation, List<Operation> all) {
        if (!(operation instanceof DropColumn drop)) {
            return Optional.empty();
        }
        return all.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> add.table().equals(drop.table())
                        && drop.dropped()
                                .filter(column ->
                                        column.type().equals(add.column().type()))
                                .isPresent())
                .findFirst()
                .map(add -> "if this is a rename, keep the data: --rename " + drop.table() + "." + drop.column() + ":"
                        + add.column().name());
    }
}
