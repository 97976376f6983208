package dev.aludel.migration;

import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** A check being written: {@code addCheck("ck_book_price", "book", "price >= 0").notValid()}. */
public final class CheckDefinition implements TableElement {
    private final Constraint.Check constraint;
    private boolean notValid;

    CheckDefinition(String name, String condition) {
        this.constraint = new Constraint.Check(Optional.of(name), condition);
    }

    /** Rows that are there already are checked only by {@code op.validateConstraint(…)}; a new table has none. */
    public CheckDefinition notValid() {
        notValid = true;
        return this;
    }

    Constraint constraint() {
        return constraint;
    }

    AddConstraint operation(TableName table) {
        return new AddConstraint(table, constraint, notValid, Optional.empty());
    }
}
