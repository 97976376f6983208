package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes whole tables, without their indexes. */
final class TableDefinition {
    private TableDefinition() {}

    /**
     * {@code name (…) STRICT}: what stands behind CREATE TABLE.
     *
     * @param name as SQL
     */
    static String of(String name, Table table) {
        TableOptions.require(table.name(), table.options().keySet());
        Optional<Constraint.PrimaryKey> numbered = numberedKey(table);
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            parts.add(ColumnDefinition.of(column, column.identity().isPresent() ? numbered : Optional.empty()));
        }
        for (Constraint constraint : table.constraints()) {
            if (!Optional.of(constraint).equals(numbered.map(Constraint.class::cast))) {
                parts.add(ConstraintDefinition.of(constraint));
            }
        }
        String options = String.join(", ", table.options().keySet());
        return name + " (\n    " + String.join(",\n    ", parts) + "\n)" + (options.isEmpty() ? "" : " " + options);
    }

    /** The key of a table whose rows the database numbers. */
    static Optional<Constraint.PrimaryKey> numberedKey(Table table) {
        return table.findPrimaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> table.findColumn(key.columns().get(0))
                        .flatMap(Column::identity)
                        .isPresent());
    }

    /** The column that is another name of the row's number. */
    static Optional<String> rowNumber(Table table) {
        return table.options().containsKey(TableOptions.WITHOUT_ROWID)
                ? Optional.empty()
                : table.findPrimaryKey()
                        .filter(key -> key.columns().size() == 1)
                        .flatMap(key -> table.findColumn(key.columns().get(0)))
                        .filter(column -> column.identity().isPresent() || SqliteTypes.isRowNumber(column.type()))
                        .map(Column::name);
    }

    /** The table with a key that allows no nulls, as standard SQL has it and SQLite by itself has not. */
    static Table withoutNullsInKey(Table table) {
        List<String> key = table.findPrimaryKey().map(Constraint::columns).orElse(List.of());
        return table.withColumns(table.columns().stream()
                .map(column -> key.contains(column.name()) ? column.withNullable(false) : column)
                .toList());
    }

    /** The constraints as they are written: a key has a name only where a person gave it one. */
    static Table withoutMadeNames(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.PrimaryKey key
                                && ConstraintNames.mayBeMade(table.name().name(), key)
                        ? new Constraint.PrimaryKey(Optional.empty(), key.columns(), key.deferral(), key.qualifiers())
                        : constraint)
                .toList());
    }
}
