package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.InsertClause;
import dev.aludel.operation.BulkInsert;
import java.util.List;

/** Writes rows as literals of PostgreSQL. */
final class PostgresRows {
    private static final InsertClause CLAUSE = new InsertClause(
            PostgresRenderer.CLAUSES,
            PostgresIdentifiers::literal,
            digits -> PostgresIdentifiers.literal("\\x" + digits));

    private PostgresRows() {}

    static List<SqlStatement> insert(BulkInsert insert) {
        return CLAUSE.render(insert);
    }
}
