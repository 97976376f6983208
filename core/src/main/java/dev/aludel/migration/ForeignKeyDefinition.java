package dev.aludel.migration;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Constraint.Action;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A foreign key being written: {@code foreignKey("fk_book_author", "author_id").references("author", "id")}. */
public final class ForeignKeyDefinition implements TableElement {
    private final String name;
    private final List<String> columns;
    private @Nullable TableName referencedTable;
    private List<String> referencedColumns = List.of();
    private Action onDelete = Action.NO_ACTION;
    private Action onUpdate = Action.NO_ACTION;

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

    Constraint.ForeignKey constraint() {
        if (referencedTable == null) {
            throw AludelException.of(ErrorCode.BROKEN_MIGRATION, "The foreign key " + name + " references no table.")
                    .state("Nothing was run; the database is as it was.")
                    .remedy("Say which: .references(\"author\", \"id\").");
        }
        return new Constraint.ForeignKey(
                Optional.of(name), columns, referencedTable, referencedColumns, onDelete, onUpdate);
    }
}
