package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Brings a schema, from whichever source, to the one spelling in which two schemas can be compared. What SQLite has no
 * place for, such as comments, is left out.
 */
final class SqliteNormalizer {
    private final Schema schema;

    private SqliteNormalizer(Schema schema) {
        this.schema = schema;
    }

    static Schema normalize(Schema schema) {
        SqliteNormalizer normalizer = new SqliteNormalizer(schema);
        return schema.withTables(schema.tables().stream().map(normalizer::table).toList())
                .withObjects(
                        schema.objects().stream().map(SqliteNormalizer::object).toList());
    }

    private Table table(Table table) {
        Set<String> names = table.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Table keyed = TableDefinition.withoutNullsInKey(table);
        return keyed.withColumns(keyed.columns().stream()
                        .map(column -> column(column, names::contains))
                        .toList())
                .withConstraints(constraints(keyed, names::contains))
                .withIndexes(keyed.indexes().stream()
                        .map(index -> index(index, names::contains))
                        .toList())
                .withComment(Optional.empty());
    }

    private static Column column(Column column, Predicate<String> isColumn) {
        boolean numbered = column.identity().isPresent();
        return column.withType(numbered ? new Type.Int() : SqliteTypes.normalize(column.type()))
                .withNullable(column.nullable() && !numbered)
                .withDefaultValue(column.defaultValue()
                        .map(value -> SqliteExpressions.defaultValue(value.sql()))
                        .filter(text -> !text.isEmpty())
                        .map(DefaultValue::new))
                .withIdentity(column.identity().map(identity -> Identity.byDefault()))
                .withGenerated(column.generated()
                        .map(value -> new Generated(
                                SqliteExpressions.canonical(value.expression(), isColumn), value.stored())))
                .withCollation(column.collation()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .filter(name -> !name.equals("BINARY")))
                .withComment(Optional.empty());
    }

    private List<Constraint> constraints(Table table, Predicate<String> isColumn) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key
                    && key.referencedColumns().isEmpty()) {
                constraints.add(key.withReference(key.referencedTable(), primaryKey(key)));
            } else if (constraint instanceof Constraint.Check check) {
                String bare = SqliteExpressions.unqualified(
                        check.expression(), table.name().name());
                constraints.add(check.withExpression(SqliteExpressions.canonical(bare, isColumn)));
            } else {
                constraints.add(constraint);
            }
        }
        return constraints;
    }

    /** A foreign key that names no columns means the other table's primary key. */
    private List<String> primaryKey(Constraint.ForeignKey key) {
        return schema.findTable(key.referencedTable())
                .flatMap(Table::findPrimaryKey)
                .map(Constraint::columns)
                .orElse(List.of());
    }

    private static Index index(Index index, Predicate<String> isColumn) {
        return index.withMethod(index.method().filter(method -> !method.equals("btree")))
                .withParts(
                        index.parts().stream().map(part -> part(part, isColumn)).toList())
                .withWhere(index.where().map(sql -> SqliteExpressions.canonical(sql, isColumn)));
    }

    private static Index.Part part(Index.Part part, Predicate<String> isColumn) {
        return part.expression()
                ? new Index.Part(
                        SqliteExpressions.canonical(part.text(), isColumn), true, part.descending(), part.nulls())
                : part;
    }

    private static SchemaObject object(SchemaObject object) {
        SchemaObject silent = object.withComment(Optional.empty());
        if (object.definition() instanceof SchemaObject.Query query) {
            return silent.withDefinition(new SchemaObject.Query(SqliteExpressions.query(query.sql())));
        }
        return object.definition() instanceof SchemaObject.Statement statement
                ? silent.withDefinition(new SchemaObject.Statement(SqliteExpressions.query(statement.sql())))
                : silent;
    }
}
