package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.Set;

/** Writes constraints, and refuses those that SQLite does not have. */
final class ConstraintDefinition {
    private static final String ON_CONFLICT = "ON CONFLICT ";

    private ConstraintDefinition() {}

    static String of(Constraint constraint) {
        refuseWhatIsMissing(constraint);
        if (constraint instanceof Constraint.PrimaryKey key) {
            return label(key) + "PRIMARY KEY " + columns(key) + conflict(key);
        }
        if (constraint instanceof Constraint.Unique unique) {
            return label(unique) + "UNIQUE " + columns(unique) + conflict(unique);
        }
        // A foreign key stays within its schema.
        return SqliteIdentifiers.CLAUSES.render(
                constraint instanceof Constraint.ForeignKey key
                        ? key.withReference(TableName.of(key.referencedTable().name()), key.referencedColumns())
                        : constraint);
    }

    /** {@code CONSTRAINT pk_author } with a blank behind it. */
    static String label(Constraint constraint) {
        return constraint
                .name()
                .map(name -> "CONSTRAINT " + SqliteIdentifiers.quote(name) + " ")
                .orElse("");
    }

    private static String columns(Constraint key) {
        return key.qualifiers().stream()
                .filter(words -> words.startsWith("("))
                .findFirst()
                .orElseGet(() -> SqliteIdentifiers.CLAUSES.list(key.columns()));
    }

    /** {@code  ON CONFLICT REPLACE} with a blank in front. */
    static String conflict(Constraint constraint) {
        return constraint.qualifiers().stream()
                .filter(words -> words.startsWith(ON_CONFLICT))
                .findFirst()
                .map(words -> " " + words)
                .orElse("");
    }

    private static void refuseWhatIsMissing(Constraint constraint) {
        String described = constraint.describe();
        if (constraint instanceof Constraint.Exclusion) {
            throw SqliteRenderer.refused(
                    "has no exclusion constraints, here " + described,
                    "Say the rule with a unique constraint or a trigger, or let the application check it.");
        }
        if (constraint instanceof Constraint.ForeignKey key && key.match() == Constraint.Match.FULL) {
            throw SqliteRenderer.refused(
                    "has no MATCH FULL, here " + described,
                    "Leave matchFull() out; a check can say that all of the columns are null or none.");
        }
        if (constraint instanceof Constraint.Unique unique && unique.nullsNotDistinct()) {
            throw SqliteRenderer.refused(
                    "takes each null for another value, here " + described,
                    "Use a unique index over an expression such as coalesce(…).");
        }
        if (isDeferrable(constraint)) {
            throw SqliteRenderer.refused(
                    "can put off the check of foreign keys alone, here " + described, "Leave deferrable() out.");
        }
        Set<String> qualifiers = constraint.qualifiers();
        qualifiers.stream()
                .filter(words -> !words.startsWith("(") && !words.startsWith(ON_CONFLICT))
                .findFirst()
                .ifPresent(words -> {
                    throw SqliteRenderer.refused(
                            "has no constraints that are " + words + ", here " + described,
                            words.equals(Constraint.NOT_VALID)
                                    ? "Leave notValid() out: then the constraint holds for all rows."
                                    : "Leave it out.");
                });
    }

    private static boolean isDeferrable(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.deferral() != Constraint.Deferral.NOT_DEFERRABLE;
        }
        return constraint instanceof Constraint.Unique unique
                && unique.deferral() != Constraint.Deferral.NOT_DEFERRABLE;
    }
}
