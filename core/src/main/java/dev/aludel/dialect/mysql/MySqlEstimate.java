package dev.aludel.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/** Asks the optimizer how many rows a statement will touch; it answers from its statistics. */
final class MySqlEstimate {
    private MySqlEstimate() {}

    /** The first line that counts is the table that is changed, or what feeds it. */
    static OptionalLong rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
                while (lines.next()) {
                    long rows = lines.getLong("rows");
                    if (!lines.wasNull() && rows > 0) {
                        return OptionalLong.of(rows);
                    }
                }
            }
        }
        return OptionalLong.empty();
    }
}
