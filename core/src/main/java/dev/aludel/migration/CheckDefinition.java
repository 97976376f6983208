package dev.aludel.migration;

import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A check being written: {@code addCheck("ck_book_price", "book", "price >= 0").notValid()}. */
public final class CheckDefinition implements TableElement {
    private Constraint.Check constraint;

    CheckDefinition(String name, String condition) {
        this.constraint = new Constraint.Check(Optional.of(name), condition);
    }

    /** Rows that are there already are checked only by {@code op.validateConstraint(…)}; a new table has none. */
    public CheckDefinition notValid() {
        return with(Constraint.NOT_VALID);
    }

    /** Words that only this database has, behind the condition: {@code with("NO INHERIT")}. */
    public CheckDefinition with(String qualifier) {
        Set<String> qualifiers = new HashSet<>(constraint.qualifiers());
        qualifiers.add(qualifier);
        constraint = constraint.withQualifiers(qualifiers);
        return this;
    }

    Constraint constraint() {
        return constraint;
    }

    AddConstraint operation(TableName table) {
        return new AddConstraint(table, constraint);
    }
}
