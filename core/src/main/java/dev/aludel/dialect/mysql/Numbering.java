package dev.aludel.dialect.mysql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Table;
import java.util.Optional;

/**
 * Keeps an index under a column that the server numbers: without one it refuses {@code AUTO_INCREMENT}. Where operations
 * take away the last such index, or number a column before its key is there, an index of Aludel's own stands in until
 * the key comes. Inspection does not report it.
 */
final class Numbering {
    static final String STAND_IN = "aludel_numbering";

    private Numbering() {}

    /** What follows the clause by which the table loses a key or an index. */
    static String ofLoss(Table before, Table after) {
        return findNumbered(before)
                .filter(column -> isCovered(before, column) && !isCovered(after, column))
                .map(Numbering::add)
                .orElse("");
    }

    /** What follows the clause by which the table gains a key or an index. */
    static String ofGain(Table before, Table after) {
        return findNumbered(before)
                .filter(column -> !isCovered(before, column) && isCovered(after, column))
                .map(column -> drop())
                .orElse("");
    }

    /** What follows a new column. */
    static String ofAddition(Optional<Table> before, Column column, MySqlColumns columns) {
        return column.identity().isPresent()
                ? add(column)
                        + before.map(table -> ofTransfer(table, column, columns))
                                .orElse("")
                : "";
    }

    /** Only one column can be numbered: another that is ceases to be at the same time. */
    private static String ofTransfer(Table before, Column to, MySqlColumns columns) {
        return findNumbered(before)
                .filter(other -> !other.name().equals(to.name()))
                .map(other -> ", MODIFY COLUMN " + columns.definition(other.withIdentity(Optional.empty())))
                .orElse("");
    }

    /** What follows a column that changes. */
    static String ofChange(Table table, Column before, Column after, MySqlColumns columns) {
        boolean was = before.identity().isPresent();
        boolean is = after.identity().isPresent();
        String transfer = is && !was ? ofTransfer(table, after, columns) : "";
        if (was == is || isCovered(table, before)) {
            return transfer;
        }
        return (is ? add(after) : drop()) + transfer;
    }

    private static Optional<Column> findNumbered(Table table) {
        return table.columns().stream()
                .filter(column -> column.identity().isPresent())
                .findFirst();
    }

    private static boolean isCovered(Table table, Column column) {
        return Keys.of(table).anyMatch(key -> key.get(0).equals(column.name()));
    }

    private static String add(Column column) {
        return ", ADD INDEX " + STAND_IN + " (" + MySqlIdentifiers.quote(column.name()) + ")";
    }

    private static String drop() {
        return ", DROP INDEX " + STAND_IN;
    }
}
