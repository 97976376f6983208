package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;

/** Follows a rename through everything that names the renamed thing. */
final class References {
    private References() {}

    static Schema tableRenamed(Schema schema, TableName from, TableName to) {
        return mapConstraints(
                schema,
                (table, constraint) -> constraint instanceof Constraint.ForeignKey key
                                && key.referencedTable().equals(from)
                        ? withReference(key, to, key.referencedColumns())
                        : constraint);
    }

    static Schema columnRenamed(Schema schema, TableName tableName, String from, String to) {
        Schema renamed = mapConstraints(schema, (table, constraint) -> {
            Constraint own = table.name().equals(tableName) ? withColumns(constraint, from, to) : constraint;
            return own instanceof Constraint.ForeignKey key
                            && key.referencedTable().equals(tableName)
                    ? withReference(key, tableName, renamed(key.referencedColumns(), from, to))
                    : own;
        });
        return renamed.withTables(renamed.tables().stream()
                .map(table -> table.name().equals(tableName)
                        ? table.withIndexes(table.indexes().stream()
                                .map(index -> withColumns(index, from, to))
                                .toList())
                        : table)
                .toList());
    }

    private interface ConstraintEdit {
        Constraint apply(Table table, Constraint constraint);
    }

    private static Schema mapConstraints(Schema schema, ConstraintEdit edit) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .map(constraint -> edit.apply(table, constraint))
                        .toList()))
                .toList());
    }

    private static Constraint withColumns(Constraint constraint, String from, String to) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(key.name(), renamed(key.columns(), from, to));
        }
        if (constraint instanceof Constraint.Unique unique) {
            return new Constraint.Unique(unique.name(), renamed(unique.columns(), from, to), unique.nullsNotDistinct());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    key.name(),
                    renamed(key.columns(), from, to),
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate());
        }
        return constraint;
    }

    private static Index withColumns(Index index, String from, String to) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> !part.expression() && part.text().equals(from)
                        ? new Index.Part(to, false, part.descending(), part.nulls())
                        : part)
                .toList();
        return new Index(index.name(), parts, index.unique(), index.method(), index.where());
    }

    private static Constraint.ForeignKey withReference(
            Constraint.ForeignKey key, TableName table, List<String> columns) {
        return new Constraint.ForeignKey(key.name(), key.columns(), table, columns, key.onDelete(), key.onUpdate());
    }

    private static List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }
}
