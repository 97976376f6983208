package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spells the names in keys and indexes as the tables and columns themselves do: SQLite lets the letters' case differ. */
final class ReferenceSpelling {
    private final List<Table> tables;
    private final Map<String, Table> byName = new HashMap<>();

    private ReferenceSpelling(List<Table> tables) {
        this.tables = tables;
        tables.forEach(table -> byName.put(key(table.name()), table));
    }

    static ReferenceSpelling of(List<Table> tables) {
        return new ReferenceSpelling(tables);
    }

    List<Table> tables() {
        return tables.stream().map(this::table).toList();
    }

    private static String key(TableName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private Table table(Table table) {
        return table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint(table, constraint))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withParts(index.parts().stream()
                                .map(part -> part(table, part))
                                .toList()))
                        .toList());
    }

    private static Index.Part part(Table table, Index.Part part) {
        return part.expression()
                ? part
                : new Index.Part(column(table, part.text()), false, part.descending(), part.nulls());
    }

    private Constraint constraint(Table table, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.withColumns(columns(table, key.columns()));
        }
        if (constraint instanceof Constraint.Unique unique) {
            return unique.withColumns(columns(table, unique.columns()));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            TableName reference =
                    new TableName(table.name().schema(), key.referencedTable().name());
            @Nullable Table referenced = byName.get(key(reference));
            return key.withColumns(columns(table, key.columns()))
                    .withReference(
                            referenced == null ? reference : referenced.name(),
                            referenced == null
                                    ? key.referencedColumns()
                                    : columns(referenced, key.referencedColumns()));
        }
        return constraint;
    }

    private static List<String> columns(Table table, List<String> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }

    private static String column(Table table, String name) {
        Optional<String> own = table.columns().stream()
                .map(Column::name)
                .filter(name::equalsIgnoreCase)
                .findFirst();
        return own.orElse(name);
    }
}
