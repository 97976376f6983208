package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes a table with ALTER TABLE where this version of SQLite can, and by making it anew where not.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
final class TableChanges {
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "in", "between", "like", "glob");

    private final TableLookup before;

    TableChanges(TableLookup before) {
        this.before = before;
    }

    /** True for an operation of which only the table, or the version, tells how it is done. */
    static boolean needTables(Operation operation) {
        return operation instanceof AddColumn add
                ? add.ifNotExists() || !isAddable(add.column())
                : operation instanceof DropColumn
                        || operation instanceof AlterColumn
                        || operation instanceof AddConstraint
                        || operation instanceof DropConstraint
                        || operation instanceof RenameConstraint
                        || operation instanceof AlterTable;
    }

    /** The table that an operation changes in a way that may need it made anew. */
    static Optional<TableName> tableOf(Operation operation) {
        if (!needTables(operation)) {
            return Optional.empty();
        }
        if (operation instanceof AddConstraint add) {
            return Optional.of(add.table());
        }
        return operation instanceof DropConstraint drop
                ? Optional.of(drop.table())
                : operation.tables().stream().findFirst();
    }

    /** Makes the table anew once where at least one of the operations needs that; all must be on the same table. */
    static List<SqlStatement> joined(List<Operation> operations, TableLookup before) {
        TableName name = tableOf(operations.get(0)).orElseThrow();
        ChangedTable changed = new ChangedTable(new TableChanges(before).require(name));
        List<SqlStatement> alone = new ArrayList<>();
        boolean rebuild = false;
        for (Operation operation : operations) {
            List<SqlStatement> statements = operation.accept(new SqliteRenderer(changed.lookup(before)));
            rebuild |= statements.size() > 1;
            alone.addAll(statements);
            if (!statements.isEmpty()) {
                changed.apply(operation);
            }
        }
        return rebuild ? changed.rebuild(before.objects()) : alone;
    }

    List<SqlStatement> alter(AlterTable operation) {
        return operation.changes().isEmpty() ? List.of() : rebuilt(operation, operation.table());
    }

    List<SqlStatement> add(AddColumn operation) {
        Column column = operation.column();
        if (operation.ifNotExists()
                && require(operation.table()).findColumn(column.name()).isPresent()) {
            return List.of();
        }
        return isAddable(column)
                ? act(operation.table(), "ADD COLUMN " + ColumnDefinition.of(column, Optional.empty()))
                : rebuilt(operation, operation.table());
    }

    /** SQLite adds what is the same for all rows that are there. */
    private static boolean isAddable(Column column) {
        boolean constant = column.defaultValue()
                .map(value -> SqliteExpressions.isConstantDefault(value.sql()))
                .orElse(true);
        boolean isNull = column.defaultValue()
                .map(value -> SqliteExpressions.defaultValue(value.sql()).isEmpty())
                .orElse(true);
        return constant
                && (column.nullable() || !isNull)
                && column.identity().isEmpty()
                && column.generated().filter(Generated::stored).isEmpty();
    }

    List<SqlStatement> drop(DropColumn operation) {
        Optional<Table> found = before.find(operation.table());
        if (operation.options().ifExists()
                && require(operation.table()).findColumn(operation.column()).isEmpty()) {
            return List.of();
        }
        return found.filter(table -> isUsed(table, operation.column())).isPresent()
                ? rebuilt(operation, operation.table())
                : act(operation.table(), "DROP COLUMN " + SqliteIdentifiers.quote(operation.column()));
    }

    /** True where a key, an index, a condition or a computed column stands on the column, which SQLite then keeps. */
    private static boolean isUsed(Table table, String column) {
        String name = column.toLowerCase(Locale.ROOT);
        Stream<String> expressions = Stream.of(
                        table.columns().stream()
                                .filter(other -> !other.name().equals(column))
                                .flatMap(other -> other.generated().stream())
                                .map(Generated::expression),
                        table.constraints().stream()
                                .filter(Constraint.Check.class::isInstance)
                                .map(check -> ((Constraint.Check) check).expression()),
                        table.indexes().stream().flatMap(index -> index.where().stream()),
                        table.indexes().stream()
                                .flatMap(index -> index.parts().stream())
                                .map(part -> part.expression() ? part.text() : SqliteIdentifiers.quoted(part.text())))
                .flatMap(each -> each);
        return table.constraints().stream()
                        .anyMatch(constraint -> constraint.columns().contains(column))
                || expressions.anyMatch(sql -> SqliteExpressions.words(sql).contains(name));
    }

    List<SqlStatement> alter(AlterColumn operation) {
        List<ColumnChange> changes = operation.changes();
        changes.stream()
                .filter(ColumnChange.CommentChange.class::isInstance)
                .findFirst()
                .ifPresent(comment -> {
                    throw SqliteRenderer.noComments("column " + operation.table() + "." + operation.column());
                });
        boolean only = changes.stream().allMatch(ColumnChange.NullabilityChange.class::isInstance);
        if (only && version().altersConstraints()) {
            return changes.stream()
                    .map(change -> SqlStatement.of(SqliteRenderer.alter(operation.table()) + "ALTER COLUMN "
                            + SqliteIdentifiers.quote(operation.column())
                            + (((ColumnChange.NullabilityChange) change).nullable()
                                    ? " DROP NOT NULL"
                                    : " SET NOT NULL")))
                    .toList();
        }
        return rebuilt(operation, operation.table());
    }

    List<SqlStatement> add(AddConstraint operation) {
        if (operation.usingIndex().isPresent()) {
            throw SqliteRenderer.refused(
                    "makes no index a constraint's, here "
                            + operation.usingIndex().get() + " of " + operation.table(),
                    "Add the constraint without usingIndex(): it has an index of its own.");
        }
        String clause = ConstraintDefinition.of(operation.constraint());
        boolean addable = operation.constraint() instanceof Constraint.Check check
                && version().altersConstraints()
                && isNeverNull(check.expression(), require(operation.table()));
        return addable ? act(operation.table(), "ADD " + clause) : rebuilt(operation, operation.table());
    }

    /** ADD CHECK refuses rows for which the condition is null, which the check itself lets in. */
    private static boolean isNeverNull(String expression, Table table) {
        return SqliteExpressions.words(expression).stream()
                .allMatch(word -> OPERATORS.contains(word)
                        || table.columns().stream()
                                .anyMatch(column -> column.name().equalsIgnoreCase(word) && !column.nullable()));
    }

    List<SqlStatement> drop(DropConstraint operation) {
        Table table = require(operation.table());
        Optional<Constraint> constraint = table.findConstraint(operation.constraint());
        if (operation.options().cascade()) {
            throw SqliteRenderer.refused(
                    "drops no constraint with what depends on it, here " + operation.constraint(),
                    "Drop the foreign keys that need it first, and leave cascade() out.");
        }
        if (constraint.isEmpty() && operation.options().ifExists()) {
            return List.of();
        }
        boolean own = constraint
                .filter(Constraint.Check.class::isInstance)
                .filter(check -> !ConstraintNames.mayBeMade(table.name().name(), check))
                .isPresent();
        return own && version().altersConstraints()
                ? act(operation.table(), "DROP CONSTRAINT " + SqliteIdentifiers.quote(operation.constraint()))
                : rebuilt(operation, operation.table());
    }

    /** A name that was made of the table's goes with that when the table is renamed. */
    List<SqlStatement> rename(RenameConstraint operation) {
        Table table = require(operation.table());
        boolean done = table.findConstraint(operation.constraint()).isEmpty()
                && table.findConstraint(operation.newName()).isPresent();
        return done ? List.of() : rebuilt(operation, operation.table());
    }

    private List<SqlStatement> rebuilt(Operation operation, TableName name) {
        ChangedTable changed = new ChangedTable(require(name));
        changed.apply(operation);
        return changed.rebuild(before.objects());
    }

    private static List<SqlStatement> act(TableName table, String action) {
        return SqliteRenderer.one(SqliteRenderer.alter(table) + action);
    }

    private Version version() {
        return Version.of(before.databaseVersion());
    }

    Table require(TableName name) {
        return before.find(name)
                .orElseThrow(() -> before.databaseVersion().isPresent()
                        ? missing("table", name)
                        : SqliteRenderer.refused(
                                "changes a table in this way by making it anew, for which its definition must be known, here "
                                        + name,
                                "Let Aludel run the migration while it is connected, or make a script that begins where the"
                                        + " table is created."));
    }

    AludelException missing(String what, TableName table) {
        return SqliteRenderer.refused(
                "changes what is there, and there is no " + what + (what.equals("table") ? " " : " of ") + table,
                "Correct the name, or create it first.");
    }
}
