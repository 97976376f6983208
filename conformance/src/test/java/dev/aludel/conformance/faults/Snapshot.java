package dev.aludel.conformance.faults;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database at one moment, to compare with another one.
 *
 * @param schema all that the dialect sees, Aludel's tables left out
 * @param rows of each table, the log left out
 */
record Snapshot(String schema, Map<String, List<String>> rows) {

    static Snapshot of(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return of(connection, Dialects.forUrl(url));
        }
    }

    static Snapshot of(Connection connection, Dialect dialect) throws SQLException {
        Schema schema = dialect.inspect(connection, InspectOptions.currentSchema());
        Map<String, List<String>> rows = new TreeMap<>();
        StringBuilder shape = new StringBuilder();
        for (Table table : schema.tables()) {
            boolean own = table.name().name().startsWith("aludel_");
            if (!own) {
                shape.append(table).append('\n');
            }
            if (!table.name().name().equals("aludel_log")) {
                rows.put(table.name().name(), rows(connection, dialect, table.name()));
            }
        }
        return new Snapshot(shape + schema.sequences().toString() + schema.objects(), rows);
    }

    private static List<String> rows(Connection connection, Dialect dialect, TableName table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + dialect.quote(table.name()))) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(found.getString(column));
                }
                rows.add(values.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
