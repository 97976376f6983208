package dev.aludel.migration;

import dev.aludel.operation.Truncate;
import dev.aludel.schema.TableName;
import java.util.List;

/** Tables being emptied: {@code truncate("book", "author").restartIdentity()}. */
public final class TruncateDefinition {
    private Truncate operation;

    TruncateDefinition(List<TableName> tables) {
        this.operation = new Truncate(tables, false, false);
    }

    /** The sequences that their columns own begin anew. */
    public TruncateDefinition restartIdentity() {
        operation = new Truncate(operation.tables(), true, operation.cascade());
        return this;
    }

    /** Tables whose foreign keys refer to them are emptied too. */
    public TruncateDefinition cascade() {
        operation = new Truncate(operation.tables(), operation.restartIdentity(), true);
        return this;
    }

    Truncate operation() {
        return operation;
    }
}
