package dev.aludel.dialect.h2;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.Map;
import java.util.Set;

/** Writes constraints, and refuses those that H2 does not have. */
final class H2Constraints {
    private H2Constraints() {}

    static String clause(Constraint constraint) {
        String described = constraint.describe();
        if (constraint instanceof Constraint.Exclusion) {
            throw H2Renderer.refused(
                    "has no exclusion constraints, here " + described,
                    "Say the rule with a unique constraint, or let the application check it.");
        }
        if (deferral(constraint) != Constraint.Deferral.NOT_DEFERRABLE) {
            throw H2Renderer.refused(
                    "checks every constraint at once, here " + described,
                    "Leave deferrable() out, and change the rows in an order that obeys the constraint.");
        }
        if (constraint instanceof Constraint.ForeignKey key && key.match() == Constraint.Match.FULL) {
            throw H2Renderer.refused(
                    "has no MATCH FULL, here " + described,
                    "Leave matchFull() out; a check can say that all of the columns are null or none.");
        }
        if (qualifiers(constraint).contains(Constraint.NOT_VALID)) {
            throw H2Renderer.refused(
                    "has no constraints that hold for new rows only, here " + described,
                    "Leave notValid() out: then the constraint holds for all rows.");
        }
        return H2Renderer.CLAUSES.render(constraint);
    }

    private static Constraint.Deferral deferral(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.deferral();
        }
        if (constraint instanceof Constraint.Unique unique) {
            return unique.deferral();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.deferral() : Constraint.Deferral.NOT_DEFERRABLE;
    }

    private static Set<String> qualifiers(Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            return check.qualifiers();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.qualifiers() : Set.of();
    }

    static void refuseOptions(TableName table, Map<String, ?> options) {
        if (!options.isEmpty()) {
            throw H2Renderer.refused(
                    "has no options of tables that can be changed, here " + String.join(", ", options.keySet()) + " of "
                            + table,
                    "Leave them out; what stands behind CREATE TABLE can be given as options(\"…\").");
        }
    }
}
