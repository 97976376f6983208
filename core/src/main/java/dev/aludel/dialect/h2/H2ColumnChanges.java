package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.schema.Column;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders one {@link AlterColumn}: a statement for each of its changes, in their order. */
final class H2ColumnChanges {
    private final AlterColumn operation;
    private final String table;
    private final String column;
    private final Optional<Column> before;
    private final List<SqlStatement> statements = new ArrayList<>();

    private H2ColumnChanges(AlterColumn operation, TableLookup lookup) {
        this.operation = operation;
        this.table = H2Renderer.CLAUSES.table(operation.table());
        this.column = H2Identifiers.quote(operation.column());
        this.before = lookup.find(operation.table()).flatMap(found -> found.findColumn(operation.column()));
    }

    static List<SqlStatement> alter(AlterColumn operation, TableLookup lookup) {
        H2ColumnChanges changes = new H2ColumnChanges(operation, lookup);
        operation.changes().forEach(changes::add);
        return changes.statements;
    }

    private void add(ColumnChange change) {
        if (change instanceof ColumnChange.TypeChange type) {
            act("SET DATA TYPE " + H2Types.render(type.to())
                    + type.using().map(sql -> " USING " + sql).orElse(""));
        } else if (change instanceof ColumnChange.NullabilityChange nullability) {
            act(nullability.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        } else if (change instanceof ColumnChange.DefaultChange value) {
            act(value.change().to().map(sql -> "SET DEFAULT " + sql.sql()).orElse("DROP DEFAULT"));
        } else if (change instanceof ColumnChange.IdentityChange identity) {
            changeIdentity(identity.change());
        } else if (change instanceof ColumnChange.CommentChange comment) {
            statements.add(H2Renderer.comment(
                    "COLUMN " + table + "." + column, comment.change().to()));
        } else if (change instanceof ColumnChange.CollationChange collation) {
            changeCollation(collation.change().to());
        } else if (change instanceof ColumnChange.OptionChange option) {
            changeOption(option.option(), option.change().to());
        }
    }

    private void act(String action) {
        statements.add(H2Renderer.change(head() + action));
    }

    private String head() {
        return "ALTER TABLE " + table + " ALTER COLUMN " + column + " ";
    }

    private void changeCollation(Optional<String> collation) {
        if (collation.isPresent()) {
            throw H2Columns.noCollation(operation.column(), collation.get());
        }
    }

    private void changeOption(String option, Optional<String> value) {
        if (option.equals("INVISIBLE")) {
            act(value.isPresent() ? "SET INVISIBLE" : "SET VISIBLE");
        } else {
            act(value.map(sql -> ("SET " + option + " " + sql).strip()).orElse("DROP " + option));
        }
    }

    private void changeIdentity(Change<Identity> change) {
        if (change.to().isEmpty()) {
            act("DROP IDENTITY");
            return;
        }
        if (change.from().isPresent()) {
            // What the new one does not say would stay as it was.
            act("DROP IDENTITY");
        }
        Identity identity = change.to().get();
        if (identity.start().isPresent()) {
            define(identity);
        } else {
            act("SET " + H2Sequences.generated(identity));
            identity.increment().ifPresent(number -> act("SET INCREMENT BY " + number));
        }
        continueNumbers(identity);
    }

    /** Where numbers start is said only together with the type, which the database has to tell where nobody else does. */
    private void define(Identity identity) {
        Optional<Type> type = operation.changes().stream()
                .filter(ColumnChange.TypeChange.class::isInstance)
                .map(change -> ((ColumnChange.TypeChange) change).to())
                .findFirst()
                .or(() -> before.map(Column::type));
        String definition = " " + H2Sequences.identity(identity);
        if (type.isPresent()) {
            act(H2Types.render(type.get()) + definition);
        } else {
            statements.add(H2Renderer.change("EXECUTE IMMEDIATE " + H2Identifiers.literal(head()) + " || "
                    + H2LiveTypes.ofColumn(operation.table(), operation.column()) + " || "
                    + H2Identifiers.literal(definition)));
        }
    }

    /** Rows that are there already have numbers: the generator goes on after the last of them. */
    private void continueNumbers(Identity identity) {
        long increment = identity.increment().orElse(1);
        String last = increment > 0 ? "max" : "min";
        long start = identity.start().orElse(1);
        act("RESTART WITH (SELECT coalesce(" + last + "(" + column + ") + (" + increment + "), " + start + ") FROM "
                + table + ")");
    }
}
