package dev.aludel.dialect.h2;

import dev.aludel.schema.Index;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Where nulls stand in an index that does not say so: a setting of the database, by which null is the lowest value at first. */
enum H2NullOrdering {
    LOW,
    HIGH,
    FIRST,
    LAST;

    private static final String SETTING =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'DEFAULT_NULL_ORDERING'";

    static H2NullOrdering of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTING)) {
            return row.next() ? valueOf(row.getString(1).toUpperCase(Locale.ROOT)) : LOW;
        }
    }

    /** The part without what holds anyway. */
    Index.Part withoutUsual(Index.Part part) {
        return new Index.Part(
                part.text(),
                part.expression(),
                part.descending(),
                part.nulls().filter(nulls -> nulls != usual(part.descending())));
    }

    private Index.Nulls usual(boolean descending) {
        return switch (this) {
            case LOW -> descending ? Index.Nulls.LAST : Index.Nulls.FIRST;
            case HIGH -> descending ? Index.Nulls.FIRST : Index.Nulls.LAST;
            case FIRST -> Index.Nulls.FIRST;
            case LAST -> Index.Nulls.LAST;
        };
    }
}
