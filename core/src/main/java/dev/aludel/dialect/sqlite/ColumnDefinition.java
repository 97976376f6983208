package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;

/** Writes columns as CREATE TABLE and ADD COLUMN have them. */
final class ColumnDefinition {
    /** The option of a column that does something else than fail when it is given null. */
    static final String NOT_NULL_CONFLICT = "NOT NULL ON CONFLICT";

    private ColumnDefinition() {}

    /** @param key the table's key, where it is this column alone and the database numbers it */
    static String of(Column column, Optional<Constraint.PrimaryKey> key) {
        refuseWhatIsMissing(column, key);
        String type = SqliteTypes.render(column.identity().isPresent() ? new Type.Int() : column.type());
        return SqliteIdentifiers.quote(column.name())
                + (type.isEmpty() ? "" : " " + type)
                + notNull(column)
                + key.map(ColumnDefinition::numbered).orElse("")
                + column.defaultValue().map(ColumnDefinition::defaultClause).orElse("")
                + column.collation()
                        .map(name -> " COLLATE " + SqliteIdentifiers.quote(name))
                        .orElse("")
                + column.generated()
                        .map(value -> " GENERATED ALWAYS AS (" + value.expression() + ") "
                                + (value.stored() ? "STORED" : "VIRTUAL"))
                        .orElse("");
    }

    private static String notNull(Column column) {
        String conflict = column.options().get(NOT_NULL_CONFLICT);
        return column.nullable() ? "" : " NOT NULL" + (conflict == null ? "" : " " + conflict);
    }

    private static String numbered(Constraint.PrimaryKey key) {
        return " " + ConstraintDefinition.label(key) + "PRIMARY KEY" + ConstraintDefinition.conflict(key)
                + " AUTOINCREMENT";
    }

    static String defaultClause(DefaultValue value) {
        String sql = value.sql().strip();
        boolean complete = SqliteExpressions.isPlainDefault(sql) || isOneGroup(sql);
        return " DEFAULT " + (complete ? sql : "(" + sql + ")");
    }

    private static boolean isOneGroup(String sql) {
        List<Token> tokens = SqliteExpressions.tokens(sql);
        return sql.startsWith("(") && SqliteExpressions.closing(tokens, 0) == tokens.size() - 1;
    }

    private static void refuseWhatIsMissing(Column column, Optional<Constraint.PrimaryKey> key) {
        if (column.identity().isPresent() && key.isEmpty()) {
            throw SqliteRenderer.refused(
                    "numbers only a column that alone is the primary key, here " + column.name(),
                    "Make it the primary key, or leave identity() out.");
        }
        column.identity().ifPresent(identity -> {
            if (identity.increment().orElse(1) != 1) {
                throw SqliteRenderer.refused(
                        "numbers rows in steps of one, here " + column.name(), "Leave the increment out.");
            }
        });
        column.options().keySet().stream()
                .filter(option -> !option.equals(NOT_NULL_CONFLICT))
                .findFirst()
                .ifPresent(option -> {
                    throw SqliteRenderer.refused(
                            "has no column option " + option + ", here of " + column.name(), "Leave it out.");
                });
    }
}
