package dev.aludel.dialect.ansi;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes rows as literals, so that a script needs no driver; strings take the type of their column. */
public final class InsertClause {

    /** The server parses a statement as a whole: more rows cost memory and save nothing any more. */
    private static final int ROWS_PER_STATEMENT = 500;

    private final ConstraintClause names;
    private final UnaryOperator<String> literal;
    private final UnaryOperator<String> binary;

    /**
     * Writes for one database.
     *
     * @param literal {@link Dialect#literal} or its like
     * @param binary makes a literal of hexadecimal digits
     */
    public InsertClause(ConstraintClause names, UnaryOperator<String> literal, UnaryOperator<String> binary) {
        this.names = names;
        this.literal = literal;
        this.binary = binary;
    }

    /** The statements that insert all rows, some hundred in each. */
    public List<SqlStatement> render(BulkInsert insert) {
        String head = "INSERT INTO " + names.table(insert.table()) + " " + names.list(insert.columns()) + " VALUES";
        List<SqlStatement> statements = new ArrayList<>();
        for (int from = 0; from < insert.rows().size(); from += ROWS_PER_STATEMENT) {
            int to = Math.min(from + ROWS_PER_STATEMENT, insert.rows().size());
            statements.add(SqlStatement.of(insert.rows().subList(from, to).stream()
                    .map(this::row)
                    .collect(Collectors.joining(",\n    ", head + "\n    ", ""))));
        }
        return statements;
    }

    private String row(List<Value> row) {
        return row.stream().map(this::value).collect(Collectors.joining(", ", "(", ")"));
    }

    private String value(Value value) {
        String text = value.text();
        return switch (value.kind()) {
            case NULL -> "NULL";
            case SQL, BOOLEAN -> text;
            case NUMBER -> isDigits(text) ? text : literal.apply(text);
            case BINARY -> binary.apply(text);
            case TEXT, MOMENT -> literal.apply(text);
        };
    }

    private static boolean isDigits(String number) {
        return Character.isDigit(number.charAt(number.length() - 1));
    }
}
