package dev.aludel.autogenerate;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A question to the rows that are there: how many of them stand in the way of an operation.
 *
 * @param operation what they stand in the way of
 * @param sql counts them, in one row and column, as every database understands it
 * @param what is so in these rows
 */
public record RowCheck(Operation operation, String sql, String what) {

    /**
     * What is worth asking before a draft is written: whether values fit a narrower type, whether a column that becomes not
     * null holds nulls that nothing fills, whether a new key is unique, whether new references lead anywhere.
     *
     * @param live the schema whose rows are asked; what the draft renames or adds is left out
     * @param quote writes an identifier as the database reads it
     */
    public static List<RowCheck> of(MigrationDraft draft, Schema live, UnaryOperator<String> quote) {
        List<RowCheck> checks = new ArrayList<>();
        boolean renames = draft.upgrade().stream()
                .anyMatch(operation -> operation instanceof RenameTable || operation instanceof RenameColumn);
        if (!renames) {
            Sql sql = new Sql(live, quote);
            draft.upgrade().forEach(operation -> checks.addAll(sql.about(operation, draft)));
        }
        return checks;
    }

    /** What is said of them. */
    public Notice found(long rows) {
        return new Notice(Optional.of(operation), what + " in " + (rows == 1 ? "1 row" : rows + " rows"));
    }

    /** Writes the questions. */
    private record Sql(Schema live, UnaryOperator<String> quote) {
        private static final List<Class<? extends Type>> INTEGERS =
                List.of(Type.TinyInt.class, Type.SmallInt.class, Type.Int.class);
        private static final List<String> LEAST = List.of("-128", "-32768", "-2147483648");
        private static final List<String> MOST = List.of("127", "32767", "2147483647");

        List<RowCheck> about(Operation operation, MigrationDraft draft) {
            if (operation instanceof AlterColumn alter && has(alter.table(), List.of(alter.column()))) {
                return alter.changes().stream()
                        .flatMap(change -> about(alter, change, draft).stream())
                        .toList();
            }
            if (operation instanceof AddConstraint add
                    && has(add.table(), add.constraint().columns())) {
                return about(add).stream().toList();
            }
            return List.of();
        }

        private boolean has(TableName table, List<String> columns) {
            return !columns.isEmpty()
                    && live.findTable(table)
                            .filter(found -> columns.stream()
                                    .allMatch(column -> found.findColumn(column).isPresent()))
                            .isPresent();
        }

        private Optional<RowCheck> about(AlterColumn alter, ColumnChange change, MigrationDraft draft) {
            String column = quote.apply(alter.column());
            String name = alter.table() + "." + alter.column();
            if (change.equals(new ColumnChange.NullabilityChange(false))
                    && draft.notices().contains(Notices.nulls(alter))) {
                return Optional.of(new RowCheck(alter, count(alter.table(), column + " IS NULL"), name + " is null"));
            }
            if (change instanceof ColumnChange.TypeChange type && alter.destructive()) {
                return misfit(column, type)
                        .map(condition -> new RowCheck(
                                alter,
                                count(alter.table(), condition),
                                name + " does not fit " + type.to().describe()));
            }
            return Optional.empty();
        }

        private static Optional<String> misfit(String column, ColumnChange.TypeChange change) {
            boolean text = change.from()
                    .filter(type ->
                            type instanceof Type.Text || type instanceof Type.Varchar || type instanceof Type.Char)
                    .isPresent();
            if (text && (change.to() instanceof Type.Varchar || change.to() instanceof Type.Char)) {
                return change.to().findSize().map(size -> "char_length(" + column + ") > " + size);
            }
            int integer = INTEGERS.indexOf(change.to().getClass());
            boolean number = change.from()
                    .filter(type -> type instanceof Type.BigInt
                            || type instanceof Type.Decimal
                            || INTEGERS.contains(type.getClass()))
                    .isPresent();
            return integer >= 0 && number
                    ? Optional.of(column + " NOT BETWEEN " + LEAST.get(integer) + " AND " + MOST.get(integer))
                    : Optional.empty();
        }

        private Optional<RowCheck> about(AddConstraint add) {
            if (add.constraint() instanceof Constraint.Unique || add.constraint() instanceof Constraint.PrimaryKey) {
                return Optional.of(new RowCheck(
                        add,
                        repeated(add),
                        add.table() + " repeats "
                                + String.join(", ", add.constraint().columns())));
            }
            return add.constraint() instanceof Constraint.ForeignKey key
                            && has(key.referencedTable(), key.referencedColumns())
                    ? Optional.of(new RowCheck(
                            add, lost(add.table(), key), add.table() + " refers to no row of " + key.referencedTable()))
                    : Optional.empty();
        }

        private String repeated(AddConstraint add) {
            List<String> columns =
                    add.constraint().columns().stream().map(quote).toList();
            String all = String.join(", ", columns);
            String known =
                    columns.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" AND "));
            return "SELECT COALESCE(SUM(n - 1), 0) FROM (SELECT COUNT(*) AS n FROM %s WHERE %s GROUP BY %s HAVING COUNT(*) > 1) AS r"
                    .formatted(add.table().quoted(quote), known, all);
        }

        private String lost(TableName table, Constraint.ForeignKey key) {
            List<String> same = new ArrayList<>();
            List<String> known = new ArrayList<>();
            for (int i = 0; i < key.columns().size(); i++) {
                String column = "a." + quote.apply(key.columns().get(i));
                known.add(column + " IS NOT NULL");
                same.add("b." + quote.apply(key.referencedColumns().get(i)) + " = " + column);
            }
            return "SELECT COUNT(*) FROM %s a WHERE %s AND NOT EXISTS (SELECT 1 FROM %s b WHERE %s)"
                    .formatted(
                            table.quoted(quote),
                            String.join(" AND ", known),
                            key.referencedTable().quoted(quote),
                            String.join(" AND ", same));
        }

        private String count(TableName table, String condition) {
            return "SELECT COUNT(*) FROM " + table.quoted(quote) + " WHERE " + condition;
        }
    }
}
