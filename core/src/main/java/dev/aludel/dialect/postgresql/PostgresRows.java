package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as literals, so that a script needs no driver; strings take the type of their column. */
final class PostgresRows {

    /** The server parses a statement as a whole: more rows cost memory and save nothing any more. */
    private static final int ROWS_PER_STATEMENT = 500;

    private PostgresRows() {}

    static List<SqlStatement> insert(BulkInsert insert) {
        String head = "INSERT INTO " + PostgresRenderer.CLAUSES.table(insert.table()) + " "
                + PostgresRenderer.CLAUSES.list(insert.columns()) + " VALUES";
        List<SqlStatement> statements = new ArrayList<>();
        for (int from = 0; from < insert.rows().size(); from += ROWS_PER_STATEMENT) {
            int to = Math.min(from + ROWS_PER_STATEMENT, insert.rows().size());
            statements.add(SqlStatement.of(insert.rows().subList(from, to).stream()
                    .map(PostgresRows::row)
                    .collect(Collectors.joining(",\n    ", head + "\n    ", ""))));
        }
        return statements;
    }

    private static String row(List<Value> row) {
        return row.stream().map(PostgresRows::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Value value) {
        String text = value.text();
        return switch (value.kind()) {
            case NULL -> "NULL";
            case SQL, BOOLEAN -> text;
            case NUMBER -> isDigits(text) ? text : PostgresIdentifiers.literal(text);
            case BINARY -> PostgresIdentifiers.literal("\\x" + text);
            case TEXT -> PostgresIdentifiers.literal(text);
        };
    }

    private static boolean isDigits(String number) {
        return Character.isDigit(number.charAt(number.length() - 1));
    }
}
