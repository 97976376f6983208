package dev.aludel.command;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import java.util.List;

/** Tells whether a migration is missing: {@code aludel check}. Writes nothing. */
public final class CheckCommand {
    private final Environment environment;

    public CheckCommand(Environment environment) {
        this.environment = environment;
    }

    /** A difference, with the statements that would settle it and those that would undo that. */
    public record Difference(Operation operation, List<String> sql, List<String> reverseSql) {}

    /** What the next migration would do; empty when models and database agree. */
    public List<Difference> run() {
        MigrationDraft draft = new ModelComparison(environment)
                .compare(environment.scripts().get().graph(), RenameHints.none());
        return draft.upgrade().stream()
                .map(operation -> new Difference(
                        operation,
                        sql(operation),
                        operation.reverse().map(this::sql).orElse(List.of())))
                .toList();
    }

    private List<String> sql(Operation operation) {
        return environment.database().dialect().render(operation, TableLookup.none()).stream()
                .map(SqlStatement::sql)
                .toList();
    }
}
