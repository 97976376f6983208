package dev.aludel.migration;

import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Constraint.Action;
import dev.aludel.schema.Constraint.Deferral;
import dev.aludel.schema.Constraint.Match;
import dev.aludel.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A foreign key being written: {@code foreignKey("fk_book_author", "author_id").references("author", "id")}. */
public final class ForeignKeyDefinition implements TableElement {
    private final String name;
    private final List<String> columns;
    private @Nullable TableName referencedTable;
    private List<String> referencedColumns = List.of();
    private Action onDelete = Action.NO_ACTION;
    private Action onUpdate = Action.NO_ACTION;
    private Match match = Match.SIMPLE;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;
    private final Set<String> qualifiers = new HashSet<>();

    ForeignKeyDefinition(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** The table, {@code name} or {@code schema.name}, and its columns in the order of this key's columns. */
    public ForeignKeyDefinition references(String table, String... columnNames) {
        referencedTable = TableName.parse(table);
        referencedColumns = List.of(columnNames);
        return this;
    }

    public ForeignKeyDefinition onDelete(Action action) {
        onDelete = action;
        return this;
    }

    public ForeignKeyDefinition onUpdate(Action action) {
        onUpdate = action;
        return this;
    }

    /** Of several columns all are null or none; otherwise one null is enough for a row to refer to nothing. */
    public ForeignKeyDefinition matchFull() {
        match = Match.FULL;
        return this;
    }

    /** A transaction may put the check off to its end. */
    public ForeignKeyDefinition deferrable() {
        deferral = Deferral.INITIALLY_IMMEDIATE;
        return this;
    }

    /** Checked at the end of the transaction, unless it says otherwise. */
    public ForeignKeyDefinition initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /** Rows that are there already are checked only by {@code op.validateConstraint(…)}; a new table has none. */
    public ForeignKeyDefinition notValid() {
        return with(Constraint.NOT_VALID);
    }

    /** Words that only this database has, behind the rest. */
    public ForeignKeyDefinition with(String qualifier) {
        qualifiers.add(qualifier);
        return this;
    }

    Constraint.ForeignKey constraint() {
        if (referencedTable == null) {
            throw Refusals.broken(
                    "The foreign key " + name + " references no table.", "Say which: .references(\"author\", \"id\").");
        }
        return new Constraint.ForeignKey(
                Optional.of(name),
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                match,
                deferral,
                qualifiers);
    }

    AddConstraint operation(TableName table) {
        return new AddConstraint(table, constraint());
    }
}
