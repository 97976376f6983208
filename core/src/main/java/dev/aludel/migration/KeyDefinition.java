package dev.aludel.migration;

import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Constraint.Deferral;
import dev.aludel.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A primary key or unique constraint being written: {@code addUnique("uk_book_isbn", "book", "isbn").deferrable()}. */
public final class KeyDefinition implements TableElement {
    private final String name;
    private final List<String> columns;
    private final boolean primary;
    private boolean nullsNotDistinct;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;
    private final Set<String> qualifiers = new HashSet<>();
    private Optional<String> usingIndex = Optional.empty();

    KeyDefinition(String name, List<String> columns, boolean primary) {
        this.name = name;
        this.columns = columns;
        this.primary = primary;
    }

    /** Two nulls are equal; not for a primary key, which has none. */
    public KeyDefinition nullsNotDistinct() {
        if (primary) {
            throw Refusals.broken(
                    "The primary key " + name + " has no nulls that could be equal.",
                    "Leave out .nullsNotDistinct(): a primary key's columns are never null.");
        }
        nullsNotDistinct = true;
        return this;
    }

    /** Words that only this database has: {@code with("INCLUDE (title)")}. */
    public KeyDefinition with(String qualifier) {
        qualifiers.add(qualifier);
        return this;
    }

    /** A transaction may put the check off to its end. */
    public KeyDefinition deferrable() {
        deferral = Deferral.INITIALLY_IMMEDIATE;
        return this;
    }

    /** Checked at the end of the transaction, unless it says otherwise. */
    public KeyDefinition initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /** A unique index over the same columns becomes this key's own and takes its name; only with {@code op.add…}. */
    public KeyDefinition usingIndex(String index) {
        usingIndex = Optional.of(index);
        return this;
    }

    Constraint constraint() {
        if (usingIndex.isPresent()) {
            throw Refusals.broken(
                    "The key " + name + " of a new table cannot use an index that exists.",
                    "Leave out .usingIndex(…): the new table has no index yet.");
        }
        return noun();
    }

    AddConstraint operation(TableName table) {
        return new AddConstraint(table, noun(), usingIndex);
    }

    private Constraint noun() {
        return primary
                ? new Constraint.PrimaryKey(Optional.of(name), columns, deferral, qualifiers)
                : new Constraint.Unique(Optional.of(name), columns, nullsNotDistinct, deferral, qualifiers);
    }
}
