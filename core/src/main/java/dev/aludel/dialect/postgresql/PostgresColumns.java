package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders one {@link AlterColumn}: every action that PostgreSQL can combine in one statement, comments after it. */
final class PostgresColumns {
    private final AlterColumn operation;
    private final String table;
    private final String column;
    private final Optional<Column> before;
    private final List<String> actions = new ArrayList<>();
    private final List<SqlStatement> following = new ArrayList<>();

    private PostgresColumns(AlterColumn operation, Optional<Table> before) {
        this.operation = operation;
        this.table = PostgresRenderer.CLAUSES.table(operation.table());
        this.column = PostgresIdentifiers.quote(operation.column());
        this.before = before.flatMap(found -> found.findColumn(operation.column()));
    }

    static List<SqlStatement> alter(AlterColumn operation, TableLookup lookup) {
        PostgresColumns columns = new PostgresColumns(operation, lookup.find(operation.table()));
        operation.changes().forEach(columns::add);
        return columns.statements();
    }

    private List<SqlStatement> statements() {
        List<SqlStatement> statements = new ArrayList<>();
        if (!actions.isEmpty()) {
            String head = "ALTER TABLE " + table;
            String separator = actions.size() == 1 ? " " : "\n    ";
            statements.add(SqlStatement.of(head + separator + String.join(",\n    ", actions)));
        }
        statements.addAll(following);
        return statements;
    }

    private void add(ColumnChange change) {
        if (change instanceof ColumnChange.TypeChange type) {
            changeType(type);
        } else if (change instanceof ColumnChange.NullabilityChange nullability) {
            act(nullability.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        } else if (change instanceof ColumnChange.DefaultChange value) {
            changeDefault(value.change().to());
        } else if (change instanceof ColumnChange.IdentityChange identity) {
            changeIdentity(identity.change());
        } else if (change instanceof ColumnChange.CollationChange collation) {
            changeCollation(collation.change().to());
        } else if (change instanceof ColumnChange.OptionChange option) {
            act(PostgresColumnOptions.action(option.option(), option.change().to()));
        } else if (change instanceof ColumnChange.CommentChange comment) {
            following.add(PostgresRenderer.comment(
                    "COLUMN " + table + "." + column, comment.change().to()));
        }
    }

    private void act(String action) {
        actions.add("ALTER COLUMN " + column + " " + action);
    }

    private void changeDefault(Optional<DefaultValue> value) {
        act(value.map(sql -> "SET DEFAULT " + sql.sql()).orElse("DROP DEFAULT"));
    }

    /** A collation is said with the type; without it, the type brings back its own. */
    private void changeCollation(Optional<String> collation) {
        Optional<Type> type = changed(ColumnChange.TypeChange.class).map(ColumnChange.TypeChange::to);
        if (type.isEmpty()) {
            act("TYPE " + PostgresTypes.render(before.map(Column::type).orElseGet(Type.Text::new))
                    + collation
                            .map(name -> " COLLATE " + PostgresIdentifiers.quote(name))
                            .orElse(""));
        }
    }

    private <T extends ColumnChange> Optional<T> changed(Class<T> kind) {
        return operation.changes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** The collation that the column has from now on: a type without one would take it away. */
    private String collation() {
        return changed(ColumnChange.CollationChange.class)
                .map(change -> change.change().to())
                .orElseGet(() -> before.flatMap(Column::collation))
                .map(name -> " COLLATE " + PostgresIdentifiers.quote(name))
                .orElse("");
    }

    private void changeType(ColumnChange.TypeChange change) {
        Optional<Type> from = change.from().or(() -> before.map(Column::type));
        boolean converts =
                !from.map(was -> PostgresCasts.assignable(was, change.to())).orElse(PostgresCasts.isText(change.to()));
        Optional<String> using = change.using()
                .or(() -> converts ? Optional.of(PostgresCasts.explicit(column, from, change.to())) : Optional.empty());
        // The server casts the default with the values, and fails where it cannot: then it steps aside for the change.
        boolean ofOwnType = from.filter(Type.Native.class::isInstance).isPresent();
        Optional<DefaultValue> kept = converts || ofOwnType ? before.flatMap(Column::defaultValue) : Optional.empty();
        boolean setLater = operation.changes().stream().anyMatch(ColumnChange.DefaultChange.class::isInstance);
        if (kept.isPresent() || ((converts || ofOwnType) && setLater)) {
            act("DROP DEFAULT");
        }
        act("TYPE " + PostgresTypes.render(change.to())
                + (PostgresCasts.isText(change.to()) ? collation() : "")
                + using.map(sql -> " USING " + sql).orElse(""));
        if (!setLater) {
            kept.ifPresent(value -> act("SET DEFAULT " + convertedDefault(value, from, change.to())));
        }
    }

    private static String convertedDefault(DefaultValue value, Optional<Type> from, Type to) {
        String literal = value.sql().replaceFirst("^('(?:[^']|'')*')::[a-z ]+(\\(\\d+\\))?$", "$1");
        return literal.startsWith("'") && literal.endsWith("'") && !literal.contains("::")
                ? literal
                : PostgresCasts.explicit("(" + literal + ")", from, to);
    }

    private void changeIdentity(Change<Identity> change) {
        boolean had = change.fromKnown()
                ? change.from().isPresent()
                : before.flatMap(Column::identity).isPresent();
        if (change.to().isEmpty()) {
            act("DROP IDENTITY" + (had ? "" : " IF EXISTS"));
        } else if (had) {
            setIdentity(change.to().get());
        } else {
            act("ADD " + PostgresSequences.identity(change.to().get()));
            continueNumbers();
        }
    }

    private void setIdentity(Identity identity) {
        act("SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " SET START WITH "
                + identity.start().orElse(1) + " SET INCREMENT BY "
                + identity.increment().orElse(1));
    }

    /** Rows that are there already have numbers: the new generator goes on after the largest. */
    private void continueNumbers() {
        following.add(SqlStatement.of("SELECT setval(pg_get_serial_sequence(" + PostgresIdentifiers.literal(table)
                + ", " + PostgresIdentifiers.literal(operation.column()) + "), max(" + column + ")) FROM " + table));
    }
}
