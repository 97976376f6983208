package dev.aludel.runtime;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.CreateFromSql;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.ObjectOperation;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out whether a statement outside of transactions took effect of which nobody could say so: the process died, or its
 * connection. The catalogue tells where the operation says what it does. SQL text says nothing: unless it does no harm twice,
 * a person has to look.
 */
final class InterruptedStatement {
    private static final Pattern HARMLESS_TWICE = Pattern.compile(
            "\\s*(?:CREATE\\s+(?:\\w+\\s+){1,3}IF\\s+NOT\\s+EXISTS\\b"
                    + "|CREATE\\s+OR\\s+REPLACE\\s+(?!TABLE\\b|SEQUENCE\\b)"
                    + "|DROP\\s+(?:\\w+\\s+){1,2}IF\\s+EXISTS\\b"
                    + "|COMMENT\\s+ON\\b|ANALYZE\\b|VACUUM\\b|REINDEX\\b|REFRESH\\b|OPTIMIZE\\b|SET\\b)",
            Pattern.CASE_INSENSITIVE);

    private final RunContext context;
    private final PlannedStep planned;

    InterruptedStatement(RunContext context, PlannedStep planned) {
        this.context = context;
        this.planned = planned;
    }

    /**
     * True where it took effect; false where it did not, or where it may be sent again in any case.
     *
     * @throws AludelException (RUN-012) where only a person can say so
     */
    boolean tookEffect(int index) throws SQLException {
        PlannedStatement statement = planned.statements().get(index);
        Optional<SqlStatement> sql = statement.sql();
        if (sql.isPresent()) {
            Optional<Boolean> said = context.dialect().tookEffect(context.connection(), sql.get());
            if (said.isPresent() || HARMLESS_TWICE.matcher(sql.get().sql()).lookingAt()) {
                return said.orElse(false);
            }
        }
        if (!isFirst(index) || !statement.joined().isEmpty()) {
            throw unknown(index);
        }
        return look(statement.operation()).orElseThrow(() -> unknown(index));
    }

    /** What a later statement of the same operation adds cannot be told from what the first did. */
    private boolean isFirst(int index) {
        List<PlannedStatement> all = planned.statements();
        return index == 0 || all.get(index - 1).operation() != all.get(index).operation();
    }

    /** Looks in the catalogue; empty where that says nothing. */
    private Optional<Boolean> look(Operation operation) {
        if (operation instanceof ObjectOperation object) {
            return lookForObject(object);
        }
        Set<Optional<String>> schemas =
                operation.tables().stream().map(TableName::schema).collect(Collectors.toSet());
        if (schemas.size() != 1 || operation instanceof BulkInsert || LiveTables.saysLess(operation)) {
            return Optional.empty();
        }
        Schema live = inspect(schemas.iterator().next());
        Optional<Operation> back = operation.reverse();
        return Optional.of(LiveTables.after(live, operation).isEmpty()
                && (back.isEmpty() || LiveTables.after(live, back.get()).isPresent()));
    }

    private Optional<Boolean> lookForObject(ObjectOperation operation) {
        boolean creates = operation instanceof CreateView || operation instanceof CreateFromSql;
        if (!creates && !(operation instanceof DropObject)) {
            return Optional.empty();
        }
        ObjectName wanted = operation.object();
        List<ObjectName> found = inspect(wanted.name().schema()).objects().stream()
                .map(SchemaObject::name)
                .filter(each -> each.kind() == wanted.kind() && each.name().equals(wanted.name()))
                .toList();
        return found.isEmpty() || found.contains(wanted) ? Optional.of(found.isEmpty() != creates) : Optional.empty();
    }

    private Schema inspect(Optional<String> schema) {
        InspectOptions options =
                schema.map(name -> InspectOptions.of(List.of(name))).orElseGet(InspectOptions::currentSchema);
        return LiveTables.inspect(context.connection(), context.dialect(), options);
    }

    private AludelException unknown(int index) {
        RevisionId id = planned.step().revision().id();
        PlannedStatement statement = planned.statements().get(index);
        StepWords words = new StepWords(planned);
        String number = "statement " + (index + 1);
        return AludelException.of(
                        ErrorCode.IN_DOUBT,
                        "Nobody knows whether " + number + " of "
                                + planned.statements().size() + " took effect while " + words.doing()
                                + ": a run sent it, and ended before the database answered.")
                .at(statement.where().map(Object::toString).orElse(words.file()) + "   "
                        + StatementRun.firstLine(statement.text()))
                .state("Nothing was run now. Of this migration " + index
                        + (index == 1 ? " statement is" : " statements are") + " done; " + id
                        + " is half-done.")
                .remedy("Look whether the database has what the statement makes. Where it has, say so with"
                        + " `aludel repair --done " + id + "`; where it has not, with `aludel repair --not-done " + id
                        + "`. Then run " + words.again() + " again: it goes on behind the statement, or with it.");
    }
}
