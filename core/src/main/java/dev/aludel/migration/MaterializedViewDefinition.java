package dev.aludel.migration;

import dev.aludel.operation.CreateView;
import dev.aludel.schema.TableName;

/** A materialized view being written: {@code createMaterializedView("sales", "SELECT …").withNoData()}. */
public final class MaterializedViewDefinition {
    private final TableName view;
    private final String query;
    private boolean ifNotExists;
    private boolean withData = true;

    MaterializedViewDefinition(TableName view, String query) {
        this.view = view;
        this.query = query;
    }

    /** A view of that name is no error, whatever its query. */
    public MaterializedViewDefinition ifNotExists() {
        ifNotExists = true;
        return this;
    }

    /** It cannot be read before it is refreshed. */
    public MaterializedViewDefinition withNoData() {
        withData = false;
        return this;
    }

    CreateView operation() {
        return new CreateView(view, query, true, false, ifNotExists, withData);
    }
}
