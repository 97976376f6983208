package dev.aludel.autogenerate;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes one thing out of a schema, and with it what cannot stand without it. */
final class SmallerSchema {
    private SmallerSchema() {}

    /** Each way to say one thing less; the large ones first. */
    static Stream<UnaryOperator<Schema>> cuts(Schema schema) {
        return Stream.of(
                        schema.tables().stream().map(SmallerSchema::withoutTable),
                        schema.tables().stream().flatMap(SmallerSchema::parts),
                        schema.sequences().stream()
                                .map(gone -> cut(each -> each.withSequences(without(each.sequences(), gone::equals)))),
                        schema.objects().stream()
                                .map(gone -> cut(each -> each.withObjects(without(
                                                each.objects(),
                                                other -> other.name().equals(gone.name())))
                                        .withTables(without(each.tables(), SmallerSchema::hasMood)))))
                .flatMap(each -> each);
    }

    private static boolean hasMood(Table table) {
        return table.columns().stream().anyMatch(column -> column.type().equals(new Type.Native("mood")));
    }

    private static UnaryOperator<Schema> withoutTable(Table gone) {
        return cut(schema -> schema.withTables(without(schema.tables(), isNamed(gone))));
    }

    private static Predicate<Table> isNamed(Table table) {
        return other -> other.name().equals(table.name());
    }

    private static Stream<UnaryOperator<Schema>> parts(Table table) {
        Stream<UnaryOperator<Table>> columns = table.columns().stream()
                .filter(column -> !column.name().equals("id"))
                .map(gone -> each -> each.withColumns(
                        without(each.columns(), other -> other.name().equals(gone.name()))));
        Stream<UnaryOperator<Table>> constraints = table.constraints().stream()
                .map(gone -> each -> each.withConstraints(without(each.constraints(), gone::equals)));
        Stream<UnaryOperator<Table>> indexes =
                table.indexes().stream().map(gone -> each -> each.withIndexes(without(each.indexes(), gone::equals)));
        Stream<UnaryOperator<Table>> plainer = table.columns().stream().flatMap(SmallerSchema::plainer);
        Stream<UnaryOperator<Table>> silent =
                table.comment().isPresent() ? Stream.of(each -> each.withComment(Optional.empty())) : Stream.empty();
        Stream<UnaryOperator<Table>> many = Stream.of(
                each -> each.withColumns(
                        without(each.columns(), other -> !other.name().equals("id"))),
                each -> each.withConstraints(List.of()).withIndexes(List.of()));
        return Stream.of(many, columns, constraints, indexes, plainer, silent)
                .flatMap(each -> each)
                .map(cut -> inTable(table, cut));
    }

    private static Stream<UnaryOperator<Table>> plainer(Column column) {
        return Stream.<UnaryOperator<Column>>of(
                        each -> each.withDefaultValue(Optional.empty()),
                        each -> each.withComment(Optional.empty()),
                        each -> each.withGenerated(Optional.empty()),
                        each -> each.withIdentity(Optional.empty()),
                        each -> each.withNullable(true))
                .filter(cut -> !cut.apply(column).equals(column))
                .map(cut -> table -> table.withColumns(table.columns().stream()
                        .map(each -> each.name().equals(column.name()) ? cut.apply(each) : each)
                        .toList()));
    }

    private static UnaryOperator<Schema> inTable(Table table, UnaryOperator<Table> cut) {
        return cut(schema -> schema.withTables(schema.tables().stream()
                .map(each -> isNamed(table).test(each) ? cut.apply(each) : each)
                .toList()));
    }

    private static UnaryOperator<Schema> cut(UnaryOperator<Schema> cut) {
        return schema -> {
            Schema less = cut.apply(schema);
            Schema inner = less.withTables(
                    less.tables().stream().map(SmallerSchema::consistent).toList());
            return inner.withTables(inner.tables().stream()
                    .map(table -> table.withConstraints(without(table.constraints(), dangling(inner))))
                    .toList());
        };
    }

    private static Table consistent(Table table) {
        Set<String> all = names(table);
        boolean keyed = table.findPrimaryKey().isPresent();
        Table standing = table.withColumns(table.columns().stream()
                .filter(column -> speaksOfThese(
                        column.generated().map(Generated::expression).orElse(""), all))
                .map(column -> keyed ? column : column.withIdentity(Optional.empty()))
                .map(column -> keyed && column.name().equals("id") ? column.withNullable(false) : column)
                .toList());
        Set<String> names = names(standing);
        return standing.withConstraints(without(
                        table.constraints(),
                        each -> !names.containsAll(each.columns())
                                || (each instanceof Constraint.Check check
                                        && !speaksOfThese(check.expression(), names))))
                .withIndexes(without(table.indexes(), each -> !stands(each, names)));
    }

    private static Set<String> names(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    private static boolean stands(Index index, Set<String> names) {
        return index.parts().stream()
                        .allMatch(part ->
                                part.expression() ? speaksOfThese(part.text(), names) : names.contains(part.text()))
                && speaksOfThese(index.where().orElse(""), names);
    }

    private static boolean speaksOfThese(String sql, Set<String> names) {
        return Stream.of("amount", "code", "price", "name")
                .allMatch(column -> names.contains(column) || !sql.contains(column));
    }

    private static Predicate<Constraint> dangling(Schema schema) {
        return constraint -> constraint instanceof Constraint.ForeignKey key
                && schema.findTable(key.referencedTable()).stream()
                        .flatMap(table -> table.constraints().stream())
                        .noneMatch(each -> each.columns().equals(key.referencedColumns())
                                && !(each instanceof Constraint.ForeignKey));
    }

    private static <T> List<T> without(List<T> list, Predicate<? super T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }
}
