package dev.aludel.runtime;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a statement outside of transactions took effect of which nobody could say so: the process died, or its
 * connection. The catalogue tells, where the operation says what it does; SQL text says nothing, and is sent again.
 */
final class InterruptedStatement {
    private final RunContext context;
    private final PlannedStep planned;

    InterruptedStatement(RunContext context, PlannedStep planned) {
        this.context = context;
        this.planned = planned;
    }

    /** True where the operation cannot be done any more, and what undoes it can. */
    boolean tookEffect(int index) throws SQLException {
        PlannedStatement statement = planned.statements().get(index);
        Operation operation = statement.operation();
        if (!isWhole(statement) || !isCertain(operation) || wasRefused()) {
            return false;
        }
        Schema live = LiveTables.inspect(context.connection(), context.dialect(), InspectOptions.currentSchema());
        Optional<Operation> back = operation.reverse();
        return LiveTables.after(live, operation).isEmpty()
                && (back.isEmpty() || LiveTables.after(live, back.get()).isPresent());
    }

    /** The statement does one operation, and all of it. */
    private boolean isWhole(PlannedStatement statement) {
        List<PlannedStatement> same = planned.statements().stream()
                .filter(each -> each.operation() == statement.operation())
                .toList();
        return same.size() == 1 && statement.joined().isEmpty();
    }

    /** Only tables of the current schema are looked at. */
    private static boolean isCertain(Operation operation) {
        return !LiveTables.saysLess(operation)
                && !operation.tables().isEmpty()
                && operation.tables().stream().allMatch(table -> table.schema().isEmpty());
    }

    /** The database itself said that it did nothing. */
    private boolean wasRefused() throws SQLException {
        RevisionId id = planned.step().revision().id();
        return context.past().log(context.connection(), 1).stream()
                .anyMatch(line ->
                        line.revision().equals(id.value()) && line.result().equals("failed"));
    }
}
