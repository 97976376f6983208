package dev.aludel.conformance.messages;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database as it stands: every table with its columns, constraints, indexes and rows, to compare before and after. */
final class DatabaseState {
    private static final String HISTORY = "public.aludel_history";
    private static final String ROWS = " rows";
    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_%'
            """;
    private static final String SHAPE = """
            SELECT concat_ws(' | ',
              (SELECT string_agg(format('%%s %%s %%s %%s', attname, format_type(atttypid, atttypmod), attnotnull,
                 pg_get_expr(d.adbin, d.adrelid)), ', ' ORDER BY attnum)
               FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
               WHERE attrelid = '%1$s'::regclass AND attnum > 0 AND NOT attisdropped),
              (SELECT string_agg(pg_get_constraintdef(oid), ', ' ORDER BY conname) FROM pg_constraint
               WHERE conrelid = '%1$s'::regclass),
              (SELECT string_agg(pg_get_indexdef(indexrelid), ', ' ORDER BY indexrelid) FROM pg_index
               WHERE indrelid = '%1$s'::regclass)),
              (SELECT string_agg(t::text, ', ' ORDER BY t::text) FROM %1$s t)
            """;

    private DatabaseState() {}

    /** Everything that is there, the schemas' names included. */
    static Map<String, String> of(String database) throws SQLException {
        Map<String, String> state = new TreeMap<>();
        try (Connection connection = PostgresServer.connect(database);
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            for (String table : names) {
                try (ResultSet shape = statement.executeQuery(SHAPE.formatted(table))) {
                    shape.next();
                    state.put(table, shape.getString(1));
                    state.put(table + ROWS, String.valueOf(shape.getString(2)));
                }
            }
        }
        return state;
    }

    /** The same without what a failed run may add: Aludel's tables as long as the history is empty, and its log. */
    static Map<String, String> withoutLog(Map<String, String> state) {
        Map<String, String> rest = new TreeMap<>(state);
        rest.keySet().removeIf(key -> key.startsWith("public.aludel_log"));
        if ("null".equals(rest.get(HISTORY + ROWS))) {
            rest.keySet().removeIf(key -> key.startsWith(HISTORY));
        }
        return rest;
    }
}
