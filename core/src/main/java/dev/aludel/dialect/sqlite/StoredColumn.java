package dev.aludel.dialect.sqlite;

import java.util.List;

/**
 * One column as the stored text of a table spells it.
 *
 * @param type exactly as it stands in the source; empty where the column has none
 */
public record StoredColumn(String name, String type, List<StoredClause> clauses) {
    public StoredColumn {
        clauses = List.copyOf(clauses);
    }
}
