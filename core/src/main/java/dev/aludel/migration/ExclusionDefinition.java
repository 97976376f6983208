package dev.aludel.migration;

import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Constraint.Deferral;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** An exclusion constraint being written: {@code addExclusion("ex_stay", "stay", "room WITH =", "during WITH &&").using("gist")}. */
public final class ExclusionDefinition implements TableElement {
    private final String name;
    private final List<String> elements;
    private Optional<String> method = Optional.empty();
    private Optional<String> where = Optional.empty();
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    ExclusionDefinition(String name, List<String> elements) {
        this.name = name;
        this.elements = elements;
    }

    /** The index behind it: {@code gist} most of all. */
    public ExclusionDefinition using(String accessMethod) {
        method = Optional.of(accessMethod);
        return this;
    }

    /** Only rows for which this SQL condition holds count. */
    public ExclusionDefinition where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    /** A transaction may put the check off to its end. */
    public ExclusionDefinition deferrable() {
        deferral = Deferral.INITIALLY_IMMEDIATE;
        return this;
    }

    /** Checked at the end of the transaction, unless it says otherwise. */
    public ExclusionDefinition initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    Constraint.Exclusion constraint() {
        return new Constraint.Exclusion(Optional.of(name), elements, method, where, deferral);
    }

    AddConstraint operation(TableName table) {
        return new AddConstraint(table, constraint());
    }
}
