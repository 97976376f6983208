package dev.aludel.conformance.pairs;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SQLite in memory, a database for each schema of a pair. */
final class SqlitePairs implements PairServer {
    private static final String URL = "jdbc:sqlite::memory:";

    /** What the pragmas tell; not the numbers of columns and keys, which no change of a table leaves as they were. */
    private static final List<String> FACTS = List.of("""
            SELECT concat_ws(' ', 'table', name, type, 'without rowid ' || wr, 'strict ' || strict)
            FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'""", """
            SELECT concat_ws(' ', m.name || '.' || c.name, lower(c.type),
                             CASE WHEN c."notnull" OR c.pk THEN 'not null' END, 'default ' || c.dflt_value,
                             'key ' || c.pk, 'hidden ' || c.hidden)
            FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type IN ('table', 'view')
              AND m.name NOT LIKE 'sqlite_%'""", """
            SELECT concat_ws(' ', m.name, 'index',
                             CASE WHEN i.origin = 'c' THEN i.name END, 'unique ' || i."unique", i.origin,
                             'partial ' || i.partial,
                             (SELECT group_concat(concat_ws(' ', x.seqno, x.name, upper(x.coll), x."desc", x.key))
                              FROM pragma_index_xinfo(i.name) x))
            FROM sqlite_schema m, pragma_index_list(m.name) i WHERE m.type = 'table'""", """
            SELECT concat_ws(' ', m.name, 'foreign key', group_concat(f."from" || ' to ' || ifnull(f."to", 'key')),
                             f."table", f.on_update, f.on_delete)
            FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' GROUP BY m.name, f.id""");

    private static final String TEXTS = "SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger')";

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Dialect dialect() {
        return Dialects.forUrl(URL);
    }

    @Override
    public List<String> serves() {
        return List.of("sqlite");
    }

    @Override
    public Connection create(List<String> roles) throws SQLException {
        return DriverManager.getConnection(URL);
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
        }
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void load(Connection connection, String sql) throws SQLException {
        for (var each : dialect().split(sql)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(each.sql());
            }
        }
    }

    @Override
    public InspectOptions everything(Connection connection) {
        return InspectOptions.currentSchema();
    }

    @Override
    public List<String> rows(Connection connection) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : query(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
            counts.add(table + " "
                    + query(connection, "SELECT count(*) FROM \"" + table.replace("\"", "\"\"") + "\"")
                            .get(0));
        }
        return counts;
    }

    @Override
    public List<String> dump(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String facts : FACTS) {
            lines.addAll(query(connection, facts));
        }
        query(connection, TEXTS).stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT)
                        .replaceAll("--[^\n]*\n", " ")
                        .replaceAll("\\s", ""))
                .forEach(lines::add);
        lines.sort(null);
        return lines;
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }
}
