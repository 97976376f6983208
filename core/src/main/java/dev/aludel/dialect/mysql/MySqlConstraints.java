package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.NotSupported;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes constraints: keys are indexes here, and a foreign key always has one. */
final class MySqlConstraints {
    /** The name of every primary key, whatever it is called. */
    static final String PRIMARY = "PRIMARY";

    private final Product product;

    MySqlConstraints(Product product) {
        this.product = product;
    }

    /** {@code CONSTRAINT uk_author_email UNIQUE (email)}. */
    String clause(Constraint constraint) {
        refuse(constraint);
        return constraint instanceof Constraint.PrimaryKey key
                ? "PRIMARY KEY " + MySqlRenderer.CLAUSES.list(key.columns())
                : MySqlRenderer.CLAUSES.render(constraint);
    }

    private void refuse(Constraint constraint) {
        if (constraint instanceof Constraint.Exclusion) {
            throw unsupported(
                    "has no exclusion constraints",
                    "Say the rule with a unique constraint, or let the application check it.");
        }
        if (deferral(constraint) != Constraint.Deferral.NOT_DEFERRABLE) {
            throw unsupported("checks every constraint at once", "Leave .deferrable() and .initiallyDeferred() out.");
        }
        if (constraint instanceof Constraint.Unique unique && unique.nullsNotDistinct()) {
            throw unsupported("takes nulls for different in every unique key", "Make the columns not null.");
        }
        if (constraint instanceof Constraint.ForeignKey key && key.match() == Constraint.Match.FULL) {
            throw unsupported("has no MATCH FULL", "Make the columns not null, or add a check.");
        }
        boolean notValid = constraint.qualifiers().contains(Constraint.NOT_VALID);
        if (notValid) {
            throw unsupported("checks all rows when a constraint comes", "Leave .notValid() out.");
        }
    }

    private static Constraint.Deferral deferral(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.deferral();
        }
        if (constraint instanceof Constraint.Unique key) {
            return key.deferral();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.deferral() : Constraint.Deferral.NOT_DEFERRABLE;
    }

    private dev.aludel.error.AludelException unsupported(String what, String remedy) {
        return NotSupported.by(product.label(), what, remedy);
    }

    SqlStatement add(AddConstraint operation, Optional<Table> before) {
        boolean key = !(operation.constraint() instanceof Constraint.ForeignKey);
        String displaced = before.filter(table -> key)
                .map(table -> MySqlIndexes.displaced(table, with(table, operation.constraint())))
                .orElse("");
        return alter(operation.table(), "ADD " + clause(operation.constraint()) + displaced);
    }

    private static Table with(Table table, Constraint constraint) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.add(constraint);
        return table.withConstraints(constraints);
    }

    SqlStatement drop(DropConstraint operation, Optional<Table> before) {
        Optional<Constraint> known = before.flatMap(table -> table.findConstraint(operation.constraint()))
                .or(operation::dropped);
        MySqlRenderer.requireMariaDb(product, operation.options().ifExists(), "DROP CONSTRAINT IF EXISTS");
        String instead = before.map(table -> known.filter(Constraint.ForeignKey.class::isInstance)
                        .map(key -> Keys.ofDrop(table, (Constraint.ForeignKey) key))
                        .orElseGet(() -> MySqlIndexes.instead(table, without(table, operation.constraint()))))
                .orElse("");
        String ifExists = operation.options().ifExists() ? "IF EXISTS " : "";
        return alter(operation.table(), dropClause(known, operation.constraint(), ifExists) + instead);
    }

    private static Table without(Table table, String name) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !constraint.name().equals(Optional.of(name)))
                .toList());
    }

    private static String dropClause(Optional<Constraint> known, String name, String ifExists) {
        boolean primary = name.equalsIgnoreCase(PRIMARY)
                || known.filter(Constraint.PrimaryKey.class::isInstance).isPresent();
        if (primary) {
            return "DROP PRIMARY KEY";
        }
        String kind = known.map(constraint -> constraint instanceof Constraint.ForeignKey
                        ? "FOREIGN KEY "
                        : constraint instanceof Constraint.Unique ? "INDEX " : "CONSTRAINT ")
                .orElse("CONSTRAINT ");
        return "DROP " + kind + ifExists + MySqlIdentifiers.quote(name);
    }

    /** Only keys can be renamed, being indexes; a primary key has no name; others go and come back. */
    List<SqlStatement> rename(RenameConstraint operation, Optional<Table> before) {
        Optional<Constraint> known = before.flatMap(table -> table.findConstraint(operation.constraint()));
        if (known.isEmpty() || known.get() instanceof Constraint.Unique) {
            return MySqlIndexes.rename(operation.table(), operation.constraint(), operation.newName());
        }
        if (known.get() instanceof Constraint.PrimaryKey) {
            return List.of();
        }
        DropConstraint drop = new DropConstraint(operation.table(), operation.constraint(), known);
        Table without = without(before.orElseThrow(), operation.constraint());
        return List.of(
                drop(drop, before),
                add(
                        new AddConstraint(operation.table(), known.get().withName(operation.newName())),
                        Optional.of(without)));
    }

    private static SqlStatement alter(TableName table, String action) {
        return MySqlRenderer.ddl("ALTER TABLE " + MySqlRenderer.CLAUSES.table(table) + " " + action);
    }
}
