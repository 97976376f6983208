package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives a column that foreign keys speak of another type. The server refuses that while they are there, so they step
 * aside. A key whose two sides do not agree meanwhile waits, until the column on the other side has changed as well: a
 * foreign key between columns that do not agree is therefore known to be away.
 */
final class Retyping {
    private final TableLookup before;
    private final TableName table;
    private final Column from;
    private final Column to;

    Retyping(TableLookup before, TableName table, Column from, Column to) {
        this.before = before;
        this.table = table;
        this.from = from;
        this.to = to;
    }

    private record Affected(TableName table, Constraint.ForeignKey key) {}

    /** The change with what must come before and after it. */
    List<SqlStatement> around(SqlStatement change) {
        List<SqlStatement> statements = new ArrayList<>();
        List<Affected> affected = affected();
        affected.stream()
                .filter(each -> agrees(each, from))
                .forEach(each -> statements.add(alter(
                        each,
                        "DROP FOREIGN KEY "
                                + MySqlIdentifiers.quote(each.key().name().orElseThrow()))));
        statements.add(change);
        affected.stream()
                .filter(each -> agrees(each, to))
                .forEach(each -> statements.add(alter(each, "ADD " + MySqlRenderer.CLAUSES.render(each.key()))));
        return statements;
    }

    private static SqlStatement alter(Affected each, String action) {
        return MySqlRenderer.ddl("ALTER TABLE " + MySqlRenderer.CLAUSES.table(each.table()) + " " + action);
    }

    private List<Affected> affected() {
        Stream<Affected> own = before.find(table).stream()
                .flatMap(found -> Keys.foreignKeys(found))
                .filter(key -> key.columns().contains(from.name()))
                .map(key -> new Affected(table, key));
        Stream<Affected> others = before.referring(table).stream()
                .flatMap(other -> Keys.foreignKeys(other)
                        .filter(key -> key.referencedTable().equals(table)
                                && key.referencedColumns().contains(from.name()))
                        .map(key -> new Affected(other.name(), key)));
        return Stream.concat(own, others).distinct().toList();
    }

    /** Whether both sides of the key agree, with the column as it is given. */
    private boolean agrees(Affected each, Column column) {
        for (int place = 0; place < each.key().columns().size(); place++) {
            Optional<Column> left = find(each.table(), each.key().columns().get(place), column);
            Optional<Column> right = find(
                    each.key().referencedTable(), each.key().referencedColumns().get(place), column);
            if (left.isPresent() && right.isPresent() && !agree(left.get(), right.get())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Column> find(TableName name, String column, Column given) {
        return name.equals(table) && column.equals(given.name())
                ? Optional.of(given)
                : before.find(name).flatMap(found -> found.findColumn(column));
    }

    /** Texts agree whatever their lengths. */
    private static boolean agree(Column left, Column right) {
        boolean texts = MySqlTypes.isText(left.type()) && MySqlTypes.isText(right.type());
        return texts ? left.collation().equals(right.collation()) : left.type().equals(right.type());
    }
}
