package dev.aludel.migration;

import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Change;
import dev.aludel.schema.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Changes of a table's attributes being written: {@code alterTable("author").with("fillfactor", "70")}. */
public final class TableAlteration {
    private final TableName table;
    private final Map<String, Change<String>> changes = new HashMap<>();

    TableAlteration(TableName table) {
        this.table = table;
    }

    public TableAlteration with(String option, String value) {
        changes.put(option, Change.to(Optional.of(value)));
        return this;
    }

    /** The database's own value of such an attribute. */
    public TableAlteration without(String option) {
        changes.put(option, Change.to(Optional.empty()));
        return this;
    }

    AlterTable operation() {
        return new AlterTable(table, changes);
    }
}
