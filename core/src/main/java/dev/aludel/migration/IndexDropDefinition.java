package dev.aludel.migration;

import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropOptions;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** The drop of an index being written: {@code dropIndex("ix_author_email", "author").concurrently()}. */
public final class IndexDropDefinition {
    private DropIndex operation;

    IndexDropDefinition(TableName table, String index) {
        this.operation = new DropIndex(table, index, Optional.empty());
    }

    /** Others go on with the table meanwhile; such a migration runs outside of a transaction. */
    public IndexDropDefinition concurrently() {
        return with(true, operation.options());
    }

    /** An index that is not there is no error. */
    public IndexDropDefinition ifExists() {
        return with(
                operation.concurrently(),
                new DropOptions(true, operation.options().cascade()));
    }

    /** What depends on it goes with it; not together with {@link #concurrently()}. */
    public IndexDropDefinition cascade() {
        return with(
                operation.concurrently(), new DropOptions(operation.options().ifExists(), true));
    }

    private IndexDropDefinition with(boolean concurrently, DropOptions options) {
        operation = new DropIndex(operation.table(), operation.index(), Optional.empty(), concurrently, options);
        return this;
    }

    DropIndex operation() {
        return operation;
    }
}
