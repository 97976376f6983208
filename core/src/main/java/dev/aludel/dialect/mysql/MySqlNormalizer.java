package dev.aludel.dialect.mysql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Brings a schema, from whichever source, to the one spelling in which two schemas can be compared. */
final class MySqlNormalizer {
    private final Schema schema;
    private final Product product;

    private MySqlNormalizer(Schema schema, Product product) {
        this.schema = schema;
        this.product = product;
    }

    static Schema normalize(Schema schema, Product product) {
        MySqlNormalizer normalizer = new MySqlNormalizer(schema, product);
        return schema.withTables(schema.tables().stream().map(normalizer::table).toList())
                .withSequences(schema.sequences().stream()
                        .map(MySqlNormalizer::sequence)
                        .toList());
    }

    private Table table(Table table) {
        MySqlExpressions expressions = new MySqlExpressions(product, table.columns());
        List<String> key = table.findPrimaryKey().map(Constraint::columns).orElse(List.of());
        return Keys.withoutImplied(new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> column(column, key.contains(column.name()), expressions))
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> constraint(constraint, expressions))
                        .toList(),
                table.indexes().stream().map(index -> index(index, expressions)).toList(),
                notEmpty(table.comment()),
                table.options()));
    }

    private Column column(Column column, boolean inPrimaryKey, MySqlExpressions expressions) {
        Type type = MySqlTypes.normalize(column.type(), product);
        return new Column(
                column.name(),
                type,
                column.nullable() && !inPrimaryKey && column.identity().isEmpty(),
                column.defaultValue()
                        .flatMap(value -> expressions.defaultValue(value.sql(), type))
                        .map(sql -> new DefaultValue(precise(sql, type))),
                column.identity().map(identity -> Identity.byDefault()),
                column.generated()
                        .map(value -> new Generated(expressions.condition(value.expression()), value.stored())),
                column.collation().filter(name -> MySqlTypes.isText(type)),
                notEmpty(column.comment()),
                options(column.options(), type, expressions));
    }

    /** The time must be as precise as its column. */
    private static String precise(String sql, Type type) {
        OptionalInt digits = type instanceof Type.Timestamp timestamp ? timestamp.precision() : OptionalInt.empty();
        return sql.equals("current_timestamp") && digits.isPresent() ? sql + "(" + digits.getAsInt() + ")" : sql;
    }

    private static Map<String, String> options(Map<String, String> options, Type type, MySqlExpressions expressions) {
        Map<String, String> normal = new HashMap<>(options);
        normal.computeIfPresent(MySqlColumns.CHECK, (name, sql) -> expressions.condition(sql));
        normal.computeIfPresent(
                MySqlColumns.ON_UPDATE,
                (name, sql) -> precise(MySqlExpressions.now(sql.toLowerCase(java.util.Locale.ROOT)), type));
        return normal;
    }

    private Constraint constraint(Constraint constraint, MySqlExpressions expressions) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.withName(MySqlConstraints.PRIMARY);
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return foreignKey(key);
        }
        return constraint instanceof Constraint.Check check
                ? check.withExpression(expressions.condition(check.expression()))
                : constraint;
    }

    /** Without columns it means the other table's primary key; what is refused at once is refused in both words. */
    private Constraint foreignKey(Constraint.ForeignKey key) {
        List<String> referenced = key.referencedColumns().isEmpty()
                ? schema.findTable(key.referencedTable())
                        .flatMap(Table::findPrimaryKey)
                        .map(Constraint::columns)
                        .orElse(List.of())
                : key.referencedColumns();
        return new Constraint.ForeignKey(
                key.name(),
                key.columns(),
                key.referencedTable(),
                referenced,
                restricted(key.onDelete()),
                restricted(key.onUpdate()),
                key.match(),
                key.deferral(),
                key.qualifiers());
    }

    private static Constraint.Action restricted(Constraint.Action action) {
        return action == Constraint.Action.RESTRICT ? Constraint.Action.NO_ACTION : action;
    }

    private static Index index(Index index, MySqlExpressions expressions) {
        return index.withParts(index.parts().stream()
                        .map(part -> new Index.Part(
                                part.expression() ? expressions.condition(part.text()) : part.text(),
                                part.expression(),
                                part.descending(),
                                Optional.empty()))
                        .toList())
                .withMethod(index.method()
                        .filter(method -> !Set.of("btree", "BTREE").contains(method)));
    }

    private static Sequence sequence(Sequence sequence) {
        boolean upwards = sequence.increment() >= 0;
        return new Sequence(
                sequence.name(),
                sequence.start(),
                sequence.increment(),
                usual(sequence.minimum(), MySqlSequences.usualMinimum(upwards)),
                usual(sequence.maximum(), MySqlSequences.usualMaximum(upwards)),
                usual(sequence.cache(), MySqlSequences.USUAL_CACHE),
                sequence.cycle(),
                Optional.empty(),
                sequence.ownedBy());
    }

    private static OptionalLong usual(OptionalLong number, long usual) {
        return number.isPresent() && number.getAsLong() == usual ? OptionalLong.empty() : number;
    }

    /** The server keeps no empty comment. */
    private static Optional<String> notEmpty(Optional<String> comment) {
        return comment.filter(text -> !text.isEmpty());
    }
}
