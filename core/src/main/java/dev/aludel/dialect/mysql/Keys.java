package dev.aludel.dialect.mysql;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows which keys and indexes of a table the server can walk for a foreign key, and which index it has made itself for
 * one that has none: that index has the foreign key's name. It is no part of a table's description, since it comes and
 * goes with the foreign key.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html">FOREIGN KEY Constraints</a>
 */
final class Keys {
    private Keys() {}

    /** The columns of each key or index that begins with whole columns, as far as it is made of them; none is empty. */
    static Stream<List<String>> of(Table table) {
        Stream<List<String>> constraints = table.constraints().stream()
                .filter(constraint ->
                        constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique)
                .map(Constraint::columns);
        return Stream.concat(constraints, table.indexes().stream().map(Keys::wholeColumns))
                .filter(columns -> !columns.isEmpty());
    }

    private static List<String> wholeColumns(Index index) {
        return index.method().isPresent()
                ? List.of()
                : index.parts().stream()
                        .takeWhile(part -> !part.expression())
                        .map(Index.Part::text)
                        .toList();
    }

    static boolean isServed(Table table, Constraint.ForeignKey key) {
        return of(table).anyMatch(columns -> begins(columns, key.columns()));
    }

    private static boolean begins(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }

    /** What follows the clause by which the table loses a key or an index: the foreign keys' own come instead. */
    static String ofLoss(Table before, Table after) {
        return foreignKeys(after)
                .filter(key -> isServed(before, key) && !isServed(after, key))
                .map(key -> ", ADD INDEX " + name(key) + " " + MySqlRenderer.CLAUSES.list(key.columns()))
                .reduce("", String::concat);
    }

    /** What follows the clause by which the table gains a key or an index: the foreign keys' own go. */
    static String ofGain(Table before, Table after) {
        return foreignKeys(after)
                .filter(key -> !isServed(before, key) && isServed(after, key))
                .map(key -> ", DROP INDEX " + name(key))
                .reduce("", String::concat);
    }

    /** What follows the clause by which a foreign key goes. */
    static String ofDrop(Table before, Constraint.ForeignKey key) {
        return isServed(before, key) ? "" : ", DROP INDEX " + name(key);
    }

    /** The table without the index that the server needs for a foreign key and that nobody asked for. */
    static Table withoutImplied(Table table) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> findImplying(table, index).isEmpty())
                .toList());
    }

    private static Optional<Constraint.ForeignKey> findImplying(Table table, Index index) {
        Table others = table.withIndexes(
                table.indexes().stream().filter(other -> !other.equals(index)).toList());
        List<Constraint.ForeignKey> served = foreignKeys(table)
                .filter(key -> begins(wholeColumns(index), key.columns()) && !isServed(others, key))
                .toList();
        return served.size() != 1
                ? Optional.empty()
                : Optional.of(served.get(0))
                        .filter(key -> key.name().equals(index.name()) && isPlain(index, key.columns()));
    }

    private static boolean isPlain(Index index, List<String> columns) {
        return !index.unique()
                && index.options().isEmpty()
                && index.parts().equals(columns.stream().map(Index.Part::column).toList());
    }

    static Stream<Constraint.ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast);
    }

    private static String name(Constraint.ForeignKey key) {
        return MySqlIdentifiers.quote(key.name().orElseThrow());
    }
}
