package dev.aludel.benchmarks.program;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a whole schema without making anything of it: {@code bulk URL} with four queries of the catalogue, {@code metadata
 * URL} with what JDBC offers, table by table.
 */
public final class RawInspect {
    private static final List<String> POSTGRESQL = List.of(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                   pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
              AND NOT a.attisdropped ORDER BY 1, a.attnum""",
            """
            SELECT c.relname, k.conname, k.contype, k.conkey, f.relname, k.confkey, k.confupdtype, k.confdeltype
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class f ON f.oid = k.confrelid
            WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 2""",
            """
            SELECT t.relname, i.relname, x.indisunique, x.indkey::text, pg_get_expr(x.indpred, x.indrelid)
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relnamespace = 'public'::regnamespace ORDER BY 1, 2""",
            "SELECT sequencename, start_value, increment_by FROM pg_sequences WHERE schemaname = 'public'");
    private static final List<String> MARIADB = List.of("""
            SELECT table_name, column_name, column_type, is_nullable, column_default, extra, column_comment
            FROM information_schema.columns WHERE table_schema = database() ORDER BY 1, ordinal_position""", """
            SELECT table_name, constraint_name, referenced_table_name, update_rule, delete_rule
            FROM information_schema.referential_constraints WHERE constraint_schema = database() ORDER BY 1, 2""", """
            SELECT table_name, index_name, non_unique, column_name FROM information_schema.statistics
            WHERE table_schema = database() ORDER BY 1, 2, seq_in_index""", """
            SELECT table_name, constraint_name, column_name, referenced_column_name
            FROM information_schema.key_column_usage WHERE table_schema = database() ORDER BY 1, 2""");

    private RawInspect() {}

    public static void main(String[] arguments) throws Exception {
        Timed.run(1, () -> {
            try (Connection connection = DriverManager.getConnection(arguments[1])) {
                if (arguments[0].equals("metadata")) {
                    metadata(connection);
                } else {
                    bulk(connection, arguments[1].startsWith("jdbc:postgresql:") ? POSTGRESQL : MARIADB);
                }
            }
        });
    }

    private static void bulk(Connection connection, List<String> queries) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String query : queries) {
                drain(statement.executeQuery(query));
            }
        }
    }

    private static void metadata(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String catalog = connection.getCatalog();
        String schema = connection.getSchema();
        for (String table : drain(metadata.getTables(catalog, schema, "%", new String[] {"TABLE"}))) {
            drain(metadata.getColumns(catalog, schema, table, "%"));
            drain(metadata.getPrimaryKeys(catalog, schema, table));
            drain(metadata.getImportedKeys(catalog, schema, table));
            drain(metadata.getIndexInfo(catalog, schema, table, false, true));
        }
    }

    /** Fetches every value; returns the third of each row, which names the table in JDBC's metadata. */
    private static List<String> drain(ResultSet rows) throws SQLException {
        List<String> third = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                String value = rows.getString(column);
                if (column == 3) {
                    third.add(String.valueOf(value));
                }
            }
        }
        rows.close();
        return third;
    }
}
