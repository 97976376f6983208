package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as literals, so that a script needs no driver. */
final class MySqlRows {

    /** More rows cost memory and save nothing any more. */
    private static final int ROWS_PER_STATEMENT = 500;

    private MySqlRows() {}

    static List<SqlStatement> insert(BulkInsert insert) {
        String head = "INSERT INTO " + MySqlRenderer.CLAUSES.table(insert.table()) + " "
                + MySqlRenderer.CLAUSES.list(insert.columns()) + " VALUES";
        List<SqlStatement> statements = new ArrayList<>();
        for (int from = 0; from < insert.rows().size(); from += ROWS_PER_STATEMENT) {
            int to = Math.min(from + ROWS_PER_STATEMENT, insert.rows().size());
            statements.add(SqlStatement.of(insert.rows().subList(from, to).stream()
                    .map(MySqlRows::row)
                    .collect(Collectors.joining(",\n    ", head + "\n    ", ""))));
        }
        return statements;
    }

    private static String row(List<Value> row) {
        return row.stream().map(MySqlRows::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Value value) {
        return switch (value.kind()) {
            case NULL -> "NULL";
            case SQL, BOOLEAN, NUMBER -> value.text();
            case BINARY -> "X'" + value.text() + "'";
            case TEXT -> MySqlIdentifiers.literal(value.text());
        };
    }
}
