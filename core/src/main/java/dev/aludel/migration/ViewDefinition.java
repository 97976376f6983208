package dev.aludel.migration;

import dev.aludel.operation.CreateView;
import dev.aludel.schema.TableName;

/** A view being written: {@code createView("recent_book", "SELECT …").orReplace()}. */
public final class ViewDefinition {
    private final TableName view;
    private final String query;
    private boolean orReplace;

    ViewDefinition(TableName view, String query) {
        this.view = view;
        this.query = query;
    }

    /** Takes the place of a view of that name, which must have the same columns and may have fewer. */
    public ViewDefinition orReplace() {
        orReplace = true;
        return this;
    }

    CreateView operation() {
        return new CreateView(view, query, false, orReplace, false, true);
    }
}
