package dev.aludel.conformance.project;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a PostgreSQL database holds, asked of its own catalogue and not of Aludel. Rows are text: columns joined by a
 * space, null as {@code null}, in the order of the query.
 */
public final class Catalogue {
    private final String url;

    Catalogue(String url) {
        this.url = url;
    }

    /** Tables of the schema public, without Aludel's own; sorted. */
    public List<String> tables() {
        return query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_name NOT LIKE 'aludel%' ORDER BY table_name COLLATE \"C\"");
    }

    /** {@code name type nullability default-or-identity} of each column, such as {@code id bigint not-null identity}. */
    public List<String> columns(String table) {
        return query("SELECT a.attname, format_type(a.atttypid, a.atttypmod),"
                + " CASE WHEN a.attnotnull THEN 'not-null' ELSE 'nullable' END,"
                + " CASE WHEN a.attidentity <> '' THEN 'identity' ELSE coalesce(pg_get_expr(d.adbin, d.adrelid), '-') END"
                + " FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                + " WHERE a.attrelid = 'public." + table + "'::regclass AND a.attnum > 0 AND NOT a.attisdropped"
                + " ORDER BY a.attnum");
    }

    /** The line of one column; empty text when the table has none of that name. */
    public String column(String table, String column) {
        return columns(table).stream()
                .filter(line -> line.startsWith(column + " "))
                .findFirst()
                .orElse("");
    }

    /** {@code name definition} of each constraint but those that only say not null; sorted by name. */
    public List<String> constraints(String table) {
        return query("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype <> 'n'"
                + " AND conrelid = 'public." + table + "'::regclass ORDER BY conname COLLATE \"C\"");
    }

    /** The definition of each index, those of constraints included; sorted by name. */
    public List<String> indexes(String table) {
        return query("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = '" + table
                + "' ORDER BY indexname COLLATE \"C\"");
    }

    /** Everything above of every table, so that two states can be compared as a whole. */
    public List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String table : tables()) {
            all.add("table " + table);
            all.addAll(columns(table));
            all.addAll(constraints(table));
            all.addAll(indexes(table));
        }
        return all;
    }

    /** Rows of a query. */
    public List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                StringJoiner line = new StringJoiner(" ");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getString(i)));
                }
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** Runs SQL as it stands, as another program would. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }
}
