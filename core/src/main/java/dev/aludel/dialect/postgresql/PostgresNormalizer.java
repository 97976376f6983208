package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Brings a schema, from whichever source, into the spelling in which PostgreSQL reports it. */
final class PostgresNormalizer {
    private final PostgresDialect dialect;

    PostgresNormalizer(PostgresDialect dialect) {
        this.dialect = dialect;
    }

    Schema normalize(Schema schema) {
        return schema.withTables(
                schema.tables().stream().map(table -> normalize(table, schema)).toList());
    }

    private Table normalize(Table table, Schema schema) {
        List<String> key = table.findPrimaryKey().map(Constraint::columns).orElse(List.of());
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> normalize(column, key.contains(column.name())))
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> normalize(constraint, schema))
                        .toList(),
                table.indexes().stream().map(PostgresNormalizer::normalize).toList(),
                notBlank(table.comment()));
    }

    private Column normalize(Column column, boolean inPrimaryKey) {
        return new Column(
                column.name(),
                normalize(column.type()),
                column.nullable() && !inPrimaryKey && column.identity().isEmpty(),
                column.defaultValue()
                        .map(value -> new DefaultValue(PostgresExpressions.defaultValue(value.sql())))
                        .filter(value -> !value.sql().equals("NULL")),
                column.identity().map(PostgresNormalizer::normalize),
                column.generated()
                        .map(value -> new Generated(
                                PostgresExpressions.withoutParentheses(value.expression()), value.stored())),
                column.collation(),
                notBlank(column.comment()));
    }

    private Type normalize(Type type) {
        if (type instanceof Type.Array array) {
            return new Type.Array(normalize(array.element()));
        }
        if (type instanceof Type.Native sql) {
            return dialect.parseType(sql.sql());
        }
        if (type instanceof Type.TinyInt) {
            return new Type.SmallInt();
        }
        if (type instanceof Type.Binary) {
            return new Type.Binary(OptionalInt.empty());
        }
        return dialect.parseType(dialect.render(type));
    }

    private static Identity normalize(Identity identity) {
        return new Identity(identity.always(), unlessOne(identity.start()), unlessOne(identity.increment()));
    }

    private static OptionalLong unlessOne(OptionalLong value) {
        return value.orElse(1) == 1 ? OptionalLong.empty() : value;
    }

    private static Constraint normalize(Constraint constraint, Schema schema) {
        if (constraint instanceof Constraint.Check check) {
            return new Constraint.Check(check.name(), PostgresExpressions.withoutParentheses(check.expression()));
        }
        if (constraint instanceof Constraint.ForeignKey key
                && key.referencedColumns().isEmpty()) {
            List<String> columns = schema.findTable(key.referencedTable())
                    .flatMap(Table::findPrimaryKey)
                    .map(Constraint::columns)
                    .orElse(List.of());
            return new Constraint.ForeignKey(
                    key.name(), key.columns(), key.referencedTable(), columns, key.onDelete(), key.onUpdate());
        }
        return constraint;
    }

    private static Index normalize(Index index) {
        return new Index(
                index.name(),
                index.parts().stream().map(PostgresNormalizer::normalize).toList(),
                index.unique(),
                index.method().filter(method -> !method.equals("btree")),
                index.where().map(PostgresExpressions::withoutParentheses));
    }

    private static Index.Part normalize(Index.Part part) {
        Optional<Index.Nulls> usual = Optional.of(part.descending() ? Index.Nulls.FIRST : Index.Nulls.LAST);
        return new Index.Part(
                part.expression() ? PostgresExpressions.withoutParentheses(part.text()) : part.text(),
                part.expression(),
                part.descending(),
                part.nulls().equals(usual) ? Optional.empty() : part.nulls());
    }

    private static Optional<String> notBlank(Optional<String> comment) {
        return comment.filter(text -> !text.isBlank());
    }
}
