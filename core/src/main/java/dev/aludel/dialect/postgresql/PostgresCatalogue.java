package dev.aludel.dialect.postgresql;

/**
 * The queries of an inspection: one a kind of object, whatever the number of tables. Each takes one array parameter,
 * the schemas' names, and is sorted so that the same database always reads the same.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System catalogs</a>
 */
final class PostgresCatalogue {

    /** Ordinary and partitioned tables that are no partitions and that no extension owns. */
    private static final String IS_TABLE = """
            c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY (?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                              WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """;

    static final String CURRENT_SCHEMA = "SELECT current_schema()";

    static final String TEMPORARY_SCHEMA =
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()";

    static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class') AS comment
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE %s
            """.formatted(IS_TABLE);

    static final String COLUMNS = """
            SELECT c.oid, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, a.attidentity,
                   a.attgenerated, pg_get_expr(d.adbin, d.adrelid) AS expression, s.seqstart, s.seqincrement,
                   co.collname, col_description(c.oid, a.attnum) AS comment
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_catalog.pg_depend i ON a.attidentity <> '' AND i.refobjid = c.oid AND i.refobjsubid = a.attnum
              AND i.classid = 'pg_catalog.pg_class'::regclass AND i.refclassid = i.classid AND i.deptype = 'i'
            LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = i.objid
            LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
            WHERE %s
            ORDER BY c.oid, a.attnum
            """.formatted(IS_TABLE);

    /** Foreign keys that the server adds for each partition of a referenced table have a parent; they are left out. */
    private static final String CONSTRAINTS = """
            SELECT c.oid, k.conname, k.contype, k.confdeltype, k.confupdtype, k.confmatchtype,
                   k.condeferrable, k.condeferred, rn.nspname AS referenced_schema,
                   r.relname AS referenced_table, pg_get_expr(k.conbin, k.conrelid) AS expression,
                   coalesce(%s, false) AS nulls_not_distinct,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS p (attnum, place)
                         JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum
                         ORDER BY p.place) AS columns,
                   ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS p (attnum, place)
                         JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum
                         ORDER BY p.place) AS referenced_columns
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
            LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
            LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype = 'u'
            WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0 AND %s
            ORDER BY c.oid, array_position('{p,u,f,c}'::"char"[], k.contype), k.conname
            """;

    /** Index columns in their order; an expression where the name is null, an operator class where it is not the default. */
    private static final String INDEXES = """
            SELECT c.oid, i.relname, x.indisunique, %s AS nulls_not_distinct, m.amname, pg_get_expr(x.indpred, x.indrelid) AS predicate,
                   ARRAY(SELECT a.attname::text FROM generate_series(0, x.indnkeyatts - 1) AS p
                         LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[p] AND a.attnum <> 0
                         ORDER BY p) AS columns,
                   ARRAY(SELECT pg_get_indexdef(x.indexrelid, p + 1, false) FROM generate_series(0, x.indnkeyatts - 1) AS p
                         ORDER BY p) AS elements,
                   ARRAY(SELECT a.attname::text FROM generate_series(x.indnkeyatts, x.indnatts - 1) AS p
                         JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[p]
                         ORDER BY p) AS included,
                   ARRAY(SELECT CASE WHEN o.opcdefault THEN NULL ELSE o.opcname::text END
                         FROM generate_series(0, x.indnkeyatts - 1) AS p
                         JOIN pg_catalog.pg_opclass o ON o.oid = x.indclass[p] ORDER BY p) AS classes,
                   ARRAY(SELECT x.indoption[p]::int FROM generate_series(0, x.indnkeyatts - 1) AS p ORDER BY p) AS options
            FROM pg_catalog.pg_index x
            JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            JOIN pg_catalog.pg_am m ON m.oid = i.relam
            JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                              WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) AND %s
            ORDER BY c.oid, i.relname
            """;

    static final String SEQUENCES = """
            SELECT n.nspname, c.relname, s.seqstart, s.seqincrement
            FROM pg_catalog.pg_sequence s
            JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                              WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid
                                AND e.deptype IN ('e', 'i'))
            """;

    private PostgresCatalogue() {}

    static String constraints(int serverVersion) {
        return CONSTRAINTS.formatted(nullsNotDistinct(serverVersion), IS_TABLE);
    }

    static String indexes(int serverVersion) {
        return INDEXES.formatted(nullsNotDistinct(serverVersion), IS_TABLE);
    }

    /** {@code NULLS NOT DISTINCT} came with version 15. */
    private static String nullsNotDistinct(int serverVersion) {
        return serverVersion >= 15 ? "x.indnullsnotdistinct" : "false";
    }
}
