package dev.aludel.dialect.postgresql;

import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.schema.Column;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a column's definition, and the actions that change one. */
final class PostgresColumns {
    private final PostgresDialect dialect;

    PostgresColumns(PostgresDialect dialect) {
        this.dialect = dialect;
    }

    /** {@code status varchar(20) DEFAULT 'new' NOT NULL}. */
    String definition(Column column) {
        return dialect.quote(column.name()) + " " + dialect.render(column.type())
                + column.collation().map(name -> " COLLATE " + collation(name)).orElse("")
                + column.defaultValue().map(value -> " DEFAULT " + value.sql()).orElse("")
                + column.generated()
                        .map(value -> " GENERATED ALWAYS AS (" + value.expression() + ") "
                                + (value.stored() ? "STORED" : "VIRTUAL"))
                        .orElse("")
                + column.identity().map(value -> " " + identity(value)).orElse("")
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** The actions of one ALTER TABLE; a default steps aside while the type changes, since it may not convert. */
    List<String> actions(AlterColumn operation) {
        String column = "ALTER COLUMN " + dialect.quote(operation.column()) + " ";
        boolean newDefault = operation.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.DefaultChange value
                        && value.change().to().isPresent());
        List<String> actions = new ArrayList<>();
        for (ColumnChange change : operation.changes()) {
            if (change instanceof ColumnChange.TypeChange type) {
                if (newDefault) {
                    actions.add(column + "DROP DEFAULT");
                }
                actions.add(column + "TYPE " + dialect.render(type.to())
                        + using(operation.column(), type)
                                .map(sql -> " USING " + sql)
                                .orElse(""));
            } else if (change instanceof ColumnChange.NullabilityChange nullability) {
                actions.add(column + (nullability.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
            } else if (change instanceof ColumnChange.DefaultChange value) {
                actions.add(column
                        + value.change()
                                .to()
                                .map(sql -> "SET DEFAULT " + sql.sql())
                                .orElse("DROP DEFAULT"));
            } else if (change instanceof ColumnChange.IdentityChange value) {
                actions.add(column
                        + value.change().to().map(now -> "ADD " + identity(now)).orElse("DROP IDENTITY"));
            }
        }
        return actions;
    }

    Optional<Change<String>> newComment(AlterColumn operation) {
        return operation.changes().stream()
                .filter(ColumnChange.CommentChange.class::isInstance)
                .map(change -> ((ColumnChange.CommentChange) change).change())
                .findFirst();
    }

    /** PostgreSQL converts by itself only where an assignment cast exists; from text to anything else there is none. */
    private Optional<String> using(String column, ColumnChange.TypeChange type) {
        boolean fromText = type.from().filter(PostgresColumns::isText).isPresent();
        return type.using().isPresent() || !fromText || isText(type.to())
                ? type.using()
                : Optional.of(dialect.quote(column) + "::" + dialect.render(type.to()));
    }

    private static boolean isText(Type type) {
        return type instanceof Type.Varchar || type instanceof Type.Text || type instanceof Type.Char;
    }

    private static String identity(Identity identity) {
        List<String> options = new ArrayList<>();
        identity.start().ifPresent(start -> options.add("START WITH " + start));
        identity.increment().ifPresent(increment -> options.add("INCREMENT BY " + increment));
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private String collation(String name) {
        return dialect.quote(name);
    }
}
