package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Brings a schema, from whichever source, to the one spelling in which two schemas can be compared. */
final class PostgresNormalizer {
    private final Schema schema;

    private PostgresNormalizer(Schema schema) {
        this.schema = schema;
    }

    static Schema normalize(Schema schema) {
        PostgresNormalizer normalizer = new PostgresNormalizer(schema);
        return new Schema(
                schema.tables().stream().map(normalizer::table).toList(),
                schema.sequences().stream().map(PostgresNormalizer::sequence).toList(),
                schema.objects(),
                schema.dependencies());
    }

    /** A start beyond the usual bound moves the bound: see {@link PostgresSequences}. */
    private static Sequence sequence(Sequence sequence) {
        boolean upwards = sequence.increment() > 0;
        OptionalLong start = OptionalLong.of(sequence.start());
        boolean low = upwards && sequence.start() < 1 && sequence.minimum().isEmpty();
        boolean high = !upwards && sequence.start() > -1 && sequence.maximum().isEmpty();
        return new Sequence(
                name(sequence.name()),
                sequence.start(),
                sequence.increment(),
                low ? start : sequence.minimum(),
                high ? start : sequence.maximum(),
                sequence.cache(),
                sequence.cycle(),
                sequence.type(),
                sequence.ownedBy());
    }

    private Table table(Table table) {
        PostgresExpressions expressions = new PostgresExpressions(table.columns());
        List<String> key = table.findPrimaryKey().map(Constraint::columns).orElse(List.of());
        return new Table(
                name(table.name()),
                table.columns().stream()
                        .map(column -> column(column, key.contains(column.name()), expressions))
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> constraint(constraint, expressions))
                        .toList(),
                table.indexes().stream().map(index -> index(index, expressions)).toList(),
                notEmpty(table.comment()),
                table.options());
    }

    private static Column column(Column column, boolean inPrimaryKey, PostgresExpressions expressions) {
        return new Column(
                name(column.name()),
                PostgresTypes.normalize(column.type()),
                column.nullable() && !inPrimaryKey && column.identity().isEmpty(),
                column.defaultValue()
                        .flatMap(value ->
                                PostgresExpressions.defaultValue(value.sql(), PostgresTypes.normalize(column.type())))
                        .map(DefaultValue::new),
                column.identity()
                        .map(identity -> new Identity(
                                identity.always(), notOne(identity.start()), notOne(identity.increment()))),
                column.generated()
                        .map(value -> new Generated(expressions.condition(value.expression()), value.stored())),
                column.collation(),
                notEmpty(column.comment()),
                column.options());
    }

    private static OptionalLong notOne(OptionalLong number) {
        return number.orElse(1) == 1 ? OptionalLong.empty() : number;
    }

    private Constraint constraint(Constraint constraint, PostgresExpressions expressions) {
        Optional<String> name = constraint.name().map(PostgresNormalizer::name);
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(name, names(key.columns()), key.deferral(), key.qualifiers());
        }
        if (constraint instanceof Constraint.Unique unique) {
            return new Constraint.Unique(
                    name, names(unique.columns()), unique.nullsNotDistinct(), unique.deferral(), unique.qualifiers());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    name,
                    names(key.columns()),
                    name(key.referencedTable()),
                    names(referencedColumns(key)),
                    key.onDelete(),
                    key.onUpdate(),
                    key.match(),
                    key.deferral(),
                    key.qualifiers());
        }
        if (constraint instanceof Constraint.Exclusion exclusion) {
            return new Constraint.Exclusion(
                    name,
                    exclusion.elements(),
                    exclusion.method(),
                    exclusion.where().map(expressions::condition),
                    exclusion.deferral());
        }
        Constraint.Check check = (Constraint.Check) constraint;
        return new Constraint.Check(name, expressions.condition(check.expression()), check.qualifiers());
    }

    /** A foreign key that names no columns means the other table's primary key. */
    private List<String> referencedColumns(Constraint.ForeignKey key) {
        return key.referencedColumns().isEmpty()
                ? schema.findTable(key.referencedTable())
                        .flatMap(Table::findPrimaryKey)
                        .map(Constraint::columns)
                        .orElse(List.of())
                : key.referencedColumns();
    }

    private static Index index(Index index, PostgresExpressions expressions) {
        return new Index(
                index.name().map(PostgresNormalizer::name),
                index.parts().stream().map(part -> part(part, expressions)).toList(),
                index.unique(),
                index.method().filter(method -> !method.equals("btree")),
                index.where().map(expressions::condition),
                names(index.include()),
                index.nullsNotDistinct(),
                index.options());
    }

    private static Index.Part part(Index.Part part, PostgresExpressions expressions) {
        Index.Nulls usual = part.descending() ? Index.Nulls.FIRST : Index.Nulls.LAST;
        return new Index.Part(
                part.expression() ? expressions.condition(part.text()) : name(part.text()),
                part.expression(),
                part.descending(),
                part.nulls().filter(nulls -> nulls != usual));
    }

    private static TableName name(TableName name) {
        return new TableName(name.schema().map(PostgresNormalizer::name), name(name.name()));
    }

    private static String name(String name) {
        return PostgresIdentifiers.truncate(name);
    }

    private static List<String> names(List<String> names) {
        return names.stream().map(PostgresNormalizer::name).toList();
    }

    /** The server keeps no empty comment. */
    private static Optional<String> notEmpty(Optional<String> comment) {
        return comment.filter(text -> !text.isEmpty());
    }
}
