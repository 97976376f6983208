package dev.aludel.dialect.mysql;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes the statement that creates an event, of what the catalogue says of it. */
final class MySqlEventReader {
    private MySqlEventReader() {}

    /** An event but for its name. */
    record Row(String head, String body) {}

    static Row row(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder("\nON SCHEDULE ").append(schedule(row));
        if (row.getString("on_completion").equals("PRESERVE")) {
            text.append("\nON COMPLETION PRESERVE");
        }
        if (!row.getString("status").equals("ENABLED")) {
            text.append(row.getString("status").equals("DISABLED") ? "\nDISABLE" : "\nDISABLE ON SLAVE");
        }
        if (!row.getString("event_comment").isEmpty()) {
            text.append("\nCOMMENT ").append(MySqlIdentifiers.literal(row.getString("event_comment")));
        }
        return new Row(text.append("\nDO ").toString(), row.getString("event_definition"));
    }

    private static String schedule(ResultSet row) throws SQLException {
        String interval = row.getString("interval_value");
        if (interval == null) {
            return "AT " + time(row.getString("execute_at"));
        }
        String number = interval.replace("'", "");
        boolean simple = number.chars().allMatch(Character::isDigit);
        return "EVERY " + (simple ? number : "'" + number + "'") + " " + row.getString("interval_field")
                + limit(" STARTS ", row.getString("said_start")) + limit(" ENDS ", row.getString("ends"));
    }

    private static String limit(String word, @Nullable String time) {
        return time == null ? "" : word + time(time);
    }

    private static String time(String stored) {
        return "TIMESTAMP '" + stored.replaceFirst("\\.0+$", "") + "'";
    }

    static SchemaObject object(TableName name, Row row, MySqlBodyReader bodies) throws SQLException {
        ObjectName event = ObjectName.of(Kind.EVENT, name);
        return SchemaObject.of(
                event,
                new SchemaObject.Statement("CREATE EVENT " + MySqlRenderer.CLAUSES.table(name) + row.head()
                        + bodies.read(event, row.body())));
    }
}
