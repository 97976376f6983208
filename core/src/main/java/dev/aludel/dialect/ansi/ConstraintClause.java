package dev.aludel.dialect.ansi;

import dev.aludel.dialect.Dialect;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes constraints and names as standard SQL has them, with the quotes of one database. */
public final class ConstraintClause {
    private final UnaryOperator<String> quote;

    /** Quotes with {@link Dialect#quote} or its like. */
    public ConstraintClause(UnaryOperator<String> quote) {
        this.quote = quote;
    }

    /** {@code CONSTRAINT uk_author_email UNIQUE (email)}; without the name where it has none. */
    public String render(Constraint constraint) {
        String label = constraint
                .name()
                .map(name -> "CONSTRAINT " + quote.apply(name) + " ")
                .orElse("");
        return label + body(constraint);
    }

    private String body(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "PRIMARY KEY " + keyed(key) + deferral(key.deferral());
        }
        if (constraint instanceof Constraint.Unique unique) {
            return (unique.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ")
                    + keyed(unique)
                    + deferral(unique.deferral());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return foreignKey(key);
        }
        if (constraint instanceof Constraint.Exclusion exclusion) {
            return exclusion(exclusion);
        }
        Constraint.Check check = (Constraint.Check) constraint;
        return "CHECK (" + check.expression() + ")" + qualifiers(check.qualifiers());
    }

    /** The columns, and what is said of them. */
    private String keyed(Constraint key) {
        String columns = list(key.columns());
        boolean overlaps = key.qualifiers().contains(Constraint.WITHOUT_OVERLAPS);
        return (overlaps
                        ? columns.substring(0, columns.length() - 1) + " " + Constraint.WITHOUT_OVERLAPS + ")"
                        : columns)
                + qualifiers(key.qualifiers());
    }

    /** {@code (id, PERIOD valid)}. */
    private String periodic(Constraint.ForeignKey key, List<String> columns) {
        String last = columns.get(columns.size() - 1);
        return key.qualifiers().contains(Constraint.PERIOD)
                ? columns.subList(0, columns.size() - 1).stream()
                        .map(column -> quote.apply(column) + ", ")
                        .collect(Collectors.joining("", "(", Constraint.PERIOD + " " + quote.apply(last) + ")"))
                : list(columns);
    }

    private String exclusion(Constraint.Exclusion exclusion) {
        return "EXCLUDE"
                + exclusion
                        .method()
                        .map(method -> " USING " + quote.apply(method))
                        .orElse("")
                + " (" + String.join(", ", exclusion.elements()) + ")"
                + exclusion.where().map(sql -> " WHERE (" + sql + ")").orElse("")
                + deferral(exclusion.deferral());
    }

    private static String qualifiers(Set<String> qualifiers) {
        return qualifiers.stream()
                .filter(words -> !words.equals(Constraint.WITHOUT_OVERLAPS) && !words.equals(Constraint.PERIOD))
                .map(words -> " " + words)
                .collect(Collectors.joining());
    }

    private String foreignKey(Constraint.ForeignKey key) {
        String referenced = key.referencedColumns().isEmpty() ? "" : " " + periodic(key, key.referencedColumns());
        return "FOREIGN KEY " + periodic(key, key.columns()) + " REFERENCES " + table(key.referencedTable())
                + referenced
                + (key.match() == Constraint.Match.FULL ? " MATCH FULL" : "")
                + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate())
                + deferral(key.deferral())
                + qualifiers(key.qualifiers());
    }

    /** {@code DEFERRABLE INITIALLY DEFERRED} with a space in front; empty for a rule that is checked at once. */
    public static String deferral(Constraint.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String action(String event, Constraint.Action action) {
        return action == Constraint.Action.NO_ACTION
                ? ""
                : event + action.name().toUpperCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code (a, b)}. */
    public String list(List<String> columns) {
        return columns.stream().map(quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code name} or {@code schema.name}, each quoted where it must be. */
    public String table(TableName name) {
        return name.quoted(quote);
    }
}
