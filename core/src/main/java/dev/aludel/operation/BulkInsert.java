package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Inserts rows into a table. Which rows a way back would have to delete is not known, so it does not reverse.
 *
 * @param columns in the order of each row's values; at least one
 * @param rows in order, each with a value a column; none is fine and inserts nothing
 */
public record BulkInsert(TableName table, List<String> columns, List<List<Value>> rows) implements Operation {
    public BulkInsert {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (columns.isEmpty() || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("an insert has columns, and each row a value for each of them");
        }
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Schema applyTo(Schema before) {
        return before;
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + (rows.size() == 1 ? " row into " : " rows into ") + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
