package dev.aludel.dialect.h2;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Brings a schema, from whichever source, to the one spelling in which two schemas can be compared. */
final class H2Normalizer {
    private static final H2Expressions EXPRESSIONS = new H2Expressions();

    private final Schema schema;

    private H2Normalizer(Schema schema) {
        this.schema = schema;
    }

    static Schema normalize(Schema schema) {
        H2Normalizer normalizer = new H2Normalizer(schema);
        return schema.withTables(schema.tables().stream().map(normalizer::table).toList());
    }

    private Table table(Table table) {
        List<String> key = table.findPrimaryKey().map(Constraint::columns).orElse(List.of());
        return table.withColumns(table.columns().stream()
                        .map(column -> column(column, key.contains(column.name())))
                        .toList())
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList())
                .withIndexes(table.indexes().stream().map(H2Normalizer::index).toList())
                .withComment(notEmpty(table.comment()));
    }

    /** H2 stores every computed column. */
    private static Column column(Column column, boolean inPrimaryKey) {
        return column.withType(H2Types.normalize(column.type()))
                .withNullable(
                        column.nullable() && !inPrimaryKey && column.identity().isEmpty())
                .withDefaultValue(column.defaultValue()
                        .map(value -> EXPRESSIONS.defaultValue(value.sql()))
                        .filter(text -> !text.isEmpty())
                        .map(DefaultValue::new))
                .withIdentity(column.identity()
                        .map(identity -> new Identity(
                                identity.always(), notOne(identity.start()), notOne(identity.increment()))))
                .withGenerated(
                        column.generated().map(value -> new Generated(EXPRESSIONS.canonical(value.expression()), true)))
                .withComment(notEmpty(column.comment()));
    }

    private static OptionalLong notOne(OptionalLong number) {
        return number.orElse(1) == 1 ? OptionalLong.empty() : number;
    }

    private Constraint constraint(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key
                && key.referencedColumns().isEmpty()) {
            return key.withReference(key.referencedTable(), primaryKey(key));
        }
        return constraint instanceof Constraint.Check check
                ? check.withExpression(EXPRESSIONS.canonical(check.expression()))
                : constraint;
    }

    /** A foreign key that names no columns means the other table's primary key. */
    private List<String> primaryKey(Constraint.ForeignKey key) {
        return schema.findTable(key.referencedTable())
                .flatMap(Table::findPrimaryKey)
                .map(Constraint::columns)
                .orElse(List.of());
    }

    private static Index index(Index index) {
        return index.withMethod(index.method().filter(method -> !method.equals("btree")))
                .withParts(index.parts().stream().map(H2Normalizer::part).toList());
    }

    private static Index.Part part(Index.Part part) {
        return part.expression()
                ? new Index.Part(EXPRESSIONS.canonical(part.text()), true, part.descending(), part.nulls())
                : part;
    }

    private static Optional<String> notEmpty(Optional<String> comment) {
        return comment.filter(text -> !text.isEmpty());
    }
}
