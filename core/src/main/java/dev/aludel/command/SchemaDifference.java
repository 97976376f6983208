package dev.aludel.command;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** One difference between two schemas, with the statements that settle it and those that undo that. */
public record SchemaDifference(Operation operation, List<String> sql, List<String> reverseSql) {
    public SchemaDifference {
        sql = List.copyOf(sql);
        reverseSql = List.copyOf(reverseSql);
    }

    /** The operations of a draft in their order, rendered for the schema that each of them finds. */
    static List<SchemaDifference> list(MigrationDraft draft, Schema before, Dialect dialect) {
        List<SchemaDifference> differences = new ArrayList<>();
        Schema state = before;
        for (Operation operation : draft.upgrade()) {
            Schema after = operation.applyTo(state);
            differences.add(new SchemaDifference(
                    operation,
                    sql(operation, state, dialect),
                    operation.reverse().map(way -> sql(way, after, dialect)).orElse(List.of())));
            state = after;
        }
        return differences;
    }

    private static List<String> sql(Operation operation, Schema before, Dialect dialect) {
        return dialect.render(operation, TableLookup.of(before)).stream()
                .map(SqlStatement::sql)
                .toList();
    }
}
