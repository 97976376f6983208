package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table on its way through operations, and where its columns have their values from. */
final class ChangedTable {
    private final Table old;
    private final Map<String, String> sources = new HashMap<>();
    private Table table;

    ChangedTable(Table old) {
        this.old = old;
        this.table = old;
        old.columns().stream().map(Column::name).forEach(name -> sources.put(name, SqliteIdentifiers.quote(name)));
    }

    /** A column that is dropped and comes again under its name is another one. */
    void apply(Operation operation) {
        Optional<String> number = TableDefinition.rowNumber(table);
        table = operation
                .applyTo(new Schema(List.of(table), List.of()))
                .findTable(old.name())
                .orElseThrow();
        if (operation instanceof DropColumn drop) {
            sources.remove(drop.column());
            table = withoutChecksOf(table, drop.column());
        }
        if (operation instanceof DropConstraint
                && TableDefinition.rowNumber(table).isEmpty()) {
            number.flatMap(table::findColumn).ifPresent(column -> table = withNumbers(column));
        }
        if (operation instanceof AlterColumn alter) {
            alter.changes().forEach(change -> {
                if (change instanceof ColumnChange.TypeChange type) {
                    type.using().ifPresent(sql -> sources.put(alter.column(), sql));
                }
            });
        }
    }

    /** A key that numbers the rows is never null without saying so; its column stays so. */
    private Table withNumbers(Column column) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.equals(column) ? each.withNullable(false) : each)
                .toList());
    }

    List<SqlStatement> rebuild(List<SchemaObject> objects) {
        return new TableRebuild(old, table, sources, objects).statements();
    }

    /** Tells what the table is by now. */
    TableLookup lookup(TableLookup before) {
        return new TableLookup() {
            @Override
            public Optional<Table> find(TableName name) {
                return name.equals(old.name()) ? Optional.of(table) : before.find(name);
            }

            @Override
            public List<SchemaObject> objects() {
                return before.objects();
            }

            @Override
            public Optional<String> databaseVersion() {
                return before.databaseVersion();
            }
        };
    }

    /** A condition on the column alone goes with it. */
    private static Table withoutChecksOf(Table table, String column) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof Constraint.Check check
                        && SqliteExpressions.words(check.expression()).contains(column.toLowerCase(Locale.ROOT))
                        && table.columns().stream()
                                .noneMatch(other -> SqliteExpressions.words(check.expression())
                                        .contains(other.name().toLowerCase(Locale.ROOT)))))
                .toList());
    }
}
