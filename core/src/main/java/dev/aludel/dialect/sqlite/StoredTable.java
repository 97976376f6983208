package dev.aludel.dialect.sqlite;

import java.util.List;

/** What the {@code CREATE TABLE} text in {@code sqlite_schema} says and no pragma tells. */
public record StoredTable(
        List<StoredColumn> columns, List<StoredClause> clauses, boolean withoutRowid, boolean strict) {
    public StoredTable {
        columns = List.copyOf(columns);
        clauses = List.copyOf(clauses);
    }
}
