package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says the names of a model as the live database does: SQLite takes {@code Author} and {@code author} for the same. All else
 * that a model says SQLite keeps as it is said, so that there is nothing to ask it.
 */
final class ModelSpelling {
    private final Map<String, Table> live = new HashMap<>();

    private ModelSpelling(Schema live) {
        live.tables().forEach(table -> this.live.put(key(table.name()), table));
    }

    static ModelSpelling of(Schema live) {
        return new ModelSpelling(live);
    }

    Schema respelled(Schema model) {
        var tables = model.tables().stream().map(this::named).toList();
        return model.withTables(ReferenceSpelling.of(tables).tables());
    }

    private static String key(TableName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private Table named(Table table) {
        return Optional.ofNullable(live.get(key(table.name())))
                .map(found -> like(table, found))
                .orElse(table);
    }

    private static Table like(Table table, Table found) {
        return table.withName(found.name())
                .withColumns(table.columns().stream()
                        .map(column -> found.columns().stream()
                                .map(Column::name)
                                .filter(column.name()::equalsIgnoreCase)
                                .findFirst()
                                .map(column::withName)
                                .orElse(column))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> named(constraint, found))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.name()
                                .flatMap(name -> found.indexes().stream()
                                        .flatMap(other -> other.name().stream())
                                        .filter(name::equalsIgnoreCase)
                                        .findFirst())
                                .map(index::withName)
                                .orElse(index))
                        .toList());
    }

    private static Constraint named(Constraint constraint, Table found) {
        return constraint
                .name()
                .flatMap(name -> found.constraints().stream()
                        .flatMap(other -> other.name().stream())
                        .filter(name::equalsIgnoreCase)
                        .findFirst())
                .map(constraint::withName)
                .orElse(constraint);
    }
}
