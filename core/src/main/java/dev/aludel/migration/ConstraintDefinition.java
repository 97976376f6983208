package dev.aludel.migration;

import dev.aludel.schema.Constraint;

/** A finished constraint inside {@code createTable(…)}. */
public final class ConstraintDefinition implements TableElement {
    private final Constraint constraint;

    ConstraintDefinition(Constraint constraint) {
        this.constraint = constraint;
    }

    Constraint constraint() {
        return constraint;
    }
}
