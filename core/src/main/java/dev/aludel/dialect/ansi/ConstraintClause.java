package dev.aludel.dialect.ansi;

import dev.aludel.dialect.Dialect;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes constraints as every SQL database reads them. */
public final class ConstraintClause {
    private final Dialect dialect;

    public ConstraintClause(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@code CONSTRAINT uk_author_email UNIQUE (email)}; without a name the database chooses one. */
    public String render(Constraint constraint) {
        String name = constraint
                .name()
                .map(text -> "CONSTRAINT " + dialect.quote(text) + " ")
                .orElse("");
        return name + body(constraint);
    }

    /** A table's name as it is written, with its schema where it has one. */
    public String table(TableName table) {
        return table.schema().map(schema -> dialect.quote(schema) + ".").orElse("") + dialect.quote(table.name());
    }

    /** {@code (a, b)}. */
    public String columns(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private String body(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "PRIMARY KEY " + columns(key.columns());
        }
        if (constraint instanceof Constraint.Unique unique) {
            return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + columns(unique.columns());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return "FOREIGN KEY " + columns(key.columns()) + " REFERENCES " + table(key.referencedTable())
                    + (key.referencedColumns().isEmpty() ? "" : " " + columns(key.referencedColumns()))
                    + action("DELETE", key.onDelete()) + action("UPDATE", key.onUpdate());
        }
        return "CHECK (" + ((Constraint.Check) constraint).expression() + ")";
    }

    private static String action(String event, Constraint.Action action) {
        return action == Constraint.Action.NO_ACTION
                ? ""
                : " ON " + event + " " + action.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
