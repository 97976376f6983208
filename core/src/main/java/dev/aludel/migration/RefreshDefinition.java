package dev.aludel.migration;

import dev.aludel.operation.RefreshView;
import dev.aludel.schema.TableName;

/** The refresh of a materialized view being written: {@code refreshMaterializedView("sales").concurrently()}. */
public final class RefreshDefinition {
    private final TableName view;
    private boolean concurrently;
    private boolean withData = true;

    RefreshDefinition(TableName view) {
        this.view = view;
    }

    /** Readers go on meanwhile; needs a unique index over the view's columns. */
    public RefreshDefinition concurrently() {
        concurrently = true;
        return this;
    }

    /** Only forgets the rows; the view cannot be read before it is refreshed again. */
    public RefreshDefinition withNoData() {
        withData = false;
        return this;
    }

    RefreshView operation() {
        return new RefreshView(view, concurrently, withData);
    }
}
