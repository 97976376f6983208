package dev.aludel.test;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A SQLite database of one test's own, in memory; gone at {@link #close()}. */
public final class SqliteDatabase implements AutoCloseable {
    /** What the pragmas tell; not the numbers of columns and keys, which no change of a table leaves as they were. */
    private static final List<String> FACTS = List.of("""
            SELECT concat_ws(' ', 'table', name, type, 'without rowid ' || wr, 'strict ' || strict)
            FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'""", """
            SELECT concat_ws(' ', m.name || '.' || c.name, lower(replace(c.type, ' ', '')),
                             CASE WHEN c."notnull" OR c.pk THEN 'not null' END, 'default ' || nullif(lower(c.dflt_value), 'null'),
                             'key ' || c.pk, 'hidden ' || c.hidden)
            FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type IN ('table', 'view')
              AND m.name NOT LIKE 'sqlite_%'""", """
            SELECT concat_ws(' ', m.name, 'index',
                             CASE WHEN i.origin = 'c' THEN i.name END, 'unique ' || i."unique", i.origin,
                             'partial ' || i.partial,
                             (SELECT group_concat(concat_ws(' ', x.seqno, x.name, upper(x.coll), x."desc", x.key))
                              FROM pragma_index_xinfo(i.name) x))
            FROM sqlite_schema m, pragma_index_list(m.name) i WHERE m.type = 'table'""", """
            SELECT concat_ws(' ', m.name, 'foreign key', lower(group_concat(f."from" || ' to ' || ifnull(f."to",
                                 (SELECT p.name FROM pragma_table_info(f."table") p WHERE p.pk = f.seq + 1)))),
                             lower(f."table"), f.on_update, f.on_delete)
            FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' GROUP BY m.name, f.id""");

    private static final String TEXTS = "SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger')";

    private final Dialect dialect = Dialects.forProduct("SQLite");
    private final Connection connection;

    private SqliteDatabase(Connection connection) {
        this.connection = connection;
    }

    public static SqliteDatabase create() throws SQLException {
        return new SqliteDatabase(DriverManager.getConnection("jdbc:sqlite::memory:"));
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The only connection, in auto-commit. */
    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs SQL text, cut as the dialect does. */
    public void load(String sql) throws SQLException {
        for (SqlStatement each : dialect.split(sql)) {
            execute(each.sql());
        }
    }

    /** The first column of all rows. */
    public List<String> query(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(String.valueOf(row.getString(1)));
            }
        }
        return texts;
    }

    public Schema inspect() throws SQLException {
        return dialect.inspect(connection, InspectOptions.currentSchema());
    }

    /** What the database itself says of all that it holds; a line a fact, sorted. */
    public List<String> dump() throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String facts : FACTS) {
            lines.addAll(query(facts));
        }
        query(TEXTS).stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT).replaceAll("[\\s\"`\\[\\]]", ""))
                .forEach(lines::add);
        lines.sort(null);
        return lines;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
