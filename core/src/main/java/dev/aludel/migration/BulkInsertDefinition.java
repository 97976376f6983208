package dev.aludel.migration;

import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Value;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows being inserted: {@code bulkInsert("author", "id", "name").row(1, "Ursula").row(2, null)}. */
public final class BulkInsertDefinition {
    private final TableName table;
    private final List<String> columns;
    private final List<List<Value>> rows = new ArrayList<>();

    BulkInsertDefinition(TableName table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * One more row, a value a column in their order: null, text, numbers, booleans, UUIDs, dates and times of
     * {@code java.time}, {@code byte[]}, enums by name, and {@code sql("now()")} for an expression.
     *
     * @throws dev.aludel.error.AludelException (SCR-006) for another number of values, or a value of another type
     */
    public BulkInsertDefinition row(@Nullable Object @Nullable ... row) {
        // A lone null is, to Java, no array at all.
        @Nullable Object[] values = row == null ? new @Nullable Object[] {null} : row;
        if (values.length != columns.size()) {
            throw Refusals.broken(
                    "Row " + (rows.size() + 1) + " for " + table + " has " + values.length + " "
                            + (values.length == 1 ? "value" : "values") + " for " + columns.size() + " "
                            + (columns.size() == 1 ? "column" : "columns") + " (" + String.join(", ", columns) + ").",
                    "Give each row a value a column, null for none.");
        }
        List<Value> literals = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            literals.add(value(columns.get(i), values[i]));
        }
        rows.add(literals);
        return this;
    }

    private Value value(String column, @Nullable Object value) {
        return Values.of(value)
                .orElseThrow(() -> Refusals.broken(
                        "Row " + (rows.size() + 1) + " for " + table + " has a value of the type "
                                + (value == null ? "null" : value.getClass().getTypeName()) + " for " + column
                                + ", for which there is no literal.",
                        "Use one of: " + Values.TYPES + "."));
    }

    BulkInsert operation() {
        return new BulkInsert(table, columns, rows);
    }
}
