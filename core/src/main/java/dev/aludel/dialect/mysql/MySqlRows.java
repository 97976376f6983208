package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Value;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes rows as literals, so that a script needs no driver. */
final class MySqlRows {

    /** More rows cost memory and save nothing any more. */
    private static final int ROWS_PER_STATEMENT = 500;

    private static final DateTimeFormatter UTC = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

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
            case MOMENT -> moment(OffsetDateTime.parse(value.text()));
        };
    }

    /** MariaDB reads no offsets; FROM_UNIXTIME, the other way, makes null of what was before 1970. */
    private static String moment(OffsetDateTime moment) {
        String utc = UTC.format(moment.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
        return "CONVERT_TZ('" + utc + "', '+00:00', @@session.time_zone)";
    }
}
