package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.function.Predicate;

/** Follows a rename through everything that names the renamed thing. */
final class References {
    private References() {}

    static Schema tableRenamed(Schema schema, TableName from, TableName to) {
        return mapConstraints(
                schema,
                (table, constraint) -> constraint instanceof Constraint.ForeignKey key
                                && key.referencedTable().equals(from)
                        ? key.withReference(to, key.referencedColumns())
                        : constraint);
    }

    static Schema columnRenamed(Schema schema, TableName tableName, String from, String to) {
        Schema renamed = mapConstraints(schema, (table, constraint) -> {
            Constraint own = table.name().equals(tableName) ? withColumns(constraint, from, to) : constraint;
            return own instanceof Constraint.ForeignKey key
                            && key.referencedTable().equals(tableName)
                    ? key.withReference(tableName, renamed(key.referencedColumns(), from, to))
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
        List<String> columns = renamed(constraint.columns(), from, to);
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.withColumns(columns);
        }
        if (constraint instanceof Constraint.Unique unique) {
            return unique.withColumns(columns);
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.withColumns(columns);
        }
        return constraint;
    }

    private static Index withColumns(Index index, String from, String to) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> !part.expression() && part.text().equals(from)
                        ? new Index.Part(to, false, part.descending(), part.nulls())
                        : part)
                .toList();
        return index.withParts(parts).withInclude(renamed(index.include(), from, to));
    }

    /** The schema without the foreign keys that the test holds for. */
    static Schema withoutForeignKeys(Schema schema, Predicate<Constraint.ForeignKey> test) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof Constraint.ForeignKey key && test.test(key)))
                        .toList()))
                .toList());
    }

    private static List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }
}
