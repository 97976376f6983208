package dev.aludel.dialect.sqlite;

import dev.aludel.schema.TableName;
import java.util.Collection;
import java.util.Set;

/** What a table can be said to be behind its definitions. */
final class TableOptions {
    static final String WITHOUT_ROWID = "WITHOUT ROWID";
    static final String STRICT = "STRICT";

    private TableOptions() {}

    /** Refuses the options of other databases. */
    static void require(TableName table, Collection<String> options) {
        options.stream()
                .filter(option -> !Set.of(WITHOUT_ROWID, STRICT).contains(option))
                .findFirst()
                .ifPresent(option -> {
                    throw SqliteRenderer.refused(
                            "has no table option " + option + ", here of " + table, "It has STRICT and WITHOUT ROWID.");
                });
    }
}
