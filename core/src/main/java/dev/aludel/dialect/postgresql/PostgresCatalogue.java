package dev.aludel.dialect.postgresql;

/**
 * The queries of an inspection: one a kind of object, whatever the number of tables. Each takes one array parameter,
 * the schemas' names, and is sorted so that the same database always reads the same.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System catalogs</a>
 */
final class PostgresCatalogue {

    /** Ordinary and partitioned tables and their partitions, which no extension owns. */
    private static final String IS_TABLE = """
            c.relkind IN ('r', 'p') AND n.nspname = ANY (?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                              WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """;

    static final String CURRENT_SCHEMA = "SELECT current_schema()";

    static final String TEMPORARY_SCHEMA =
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()";

    static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class') AS comment, o.option_names, o.option_values
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
            CROSS JOIN LATERAL (
              SELECT array_agg(p.name) AS option_names, array_agg(p.value) AS option_values FROM (
                SELECT split_part(r, '=', 1) AS name, substr(r, strpos(r, '=') + 1) AS value FROM unnest(c.reloptions) AS r
                UNION ALL SELECT 'UNLOGGED', '' WHERE c.relpersistence = 'u'
                UNION ALL SELECT 'ROW LEVEL SECURITY', '' WHERE c.relrowsecurity
                UNION ALL SELECT 'FORCE ROW LEVEL SECURITY', '' WHERE c.relforcerowsecurity
                UNION ALL SELECT 'REPLICA IDENTITY', CASE c.relreplident WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL'
                    ELSE 'USING INDEX ' || (SELECT quote_ident(i.relname) FROM pg_catalog.pg_index x
                      JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid AND x.indisreplident) END
                  WHERE c.relreplident <> 'd'
                UNION ALL SELECT 'PARTITION BY', pg_get_partkeydef(c.oid) WHERE c.relkind = 'p'
                UNION ALL SELECT 'USING', quote_ident(m.amname) WHERE m.amname <> 'heap' AND c.relkind = 'r'
                UNION ALL SELECT 'INHERITS', '(' || string_agg(h.inhparent::regclass::text, ', ' ORDER BY h.inhseqno) || ')'
                  FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid AND NOT c.relispartition HAVING count(*) > 0
                UNION ALL SELECT 'PARTITION OF', h.inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid)
                  FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid AND c.relispartition
                UNION ALL SELECT 'CLUSTER ON', quote_ident(i.relname) FROM pg_catalog.pg_index x
                  JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid AND x.indisclustered
                UNION ALL SELECT 'ALTER COLUMN ' || quote_ident(a.attname) || ' NOT NULL', ''
                  FROM (SELECT DISTINCT h.inhrelid FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid) k
                  JOIN pg_catalog.pg_attribute a ON a.attrelid = k.inhrelid AND a.attnum > 0 AND NOT a.attisdropped
                  WHERE NOT a.attislocal AND a.attnotnull AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_inherits h
                    JOIN pg_catalog.pg_attribute p ON p.attrelid = h.inhparent AND p.attname = a.attname
                    WHERE h.inhrelid = c.oid AND p.attnotnull)) p) o
            WHERE %s
            """.formatted(IS_TABLE);

    static final String COLUMNS = """
            SELECT c.oid, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, a.attidentity,
                   a.attgenerated, pg_get_expr(d.adbin, d.adrelid) AS expression, s.seqstart, s.seqincrement,
                   co.collname, (
                     SELECT m.description FROM pg_catalog.pg_description m WHERE m.objoid = c.oid
                       AND m.classoid = 'pg_catalog.pg_class'::regclass AND m.objsubid = a.attnum) AS comment,
                   nullif(array_remove(ARRAY[
                     CASE WHEN a.attstorage <> t.typstorage THEN 'STORAGE=' || CASE a.attstorage WHEN 'p' THEN 'PLAIN'
                       WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
                     CASE WHEN a.attcompression <> '' THEN 'COMPRESSION='
                       || CASE a.attcompression WHEN 'p' THEN 'pglz' ELSE 'lz4' END END,
                     CASE WHEN coalesce(a.attstattarget, -1) <> -1 THEN 'STATISTICS=' || a.attstattarget END,
                     CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN least(1, s.seqstart) ELSE s.lowest END
                       THEN 'MINVALUE=' || s.seqmin END,
                     CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN s.highest ELSE greatest(-1, s.seqstart) END
                       THEN 'MAXVALUE=' || s.seqmax END,
                     CASE WHEN s.seqcache <> 1 THEN 'CACHE=' || s.seqcache END,
                     CASE WHEN s.seqcycle THEN 'CYCLE=' END], NULL), '{}') AS options
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_catalog.pg_depend i ON a.attidentity <> '' AND i.refobjid = c.oid AND i.refobjsubid = a.attnum
              AND i.classid = 'pg_catalog.pg_class'::regclass AND i.refclassid = i.classid AND i.deptype = 'i'
            LEFT JOIN LATERAL (
              SELECT q.*, CASE q.seqtypid WHEN 'smallint'::regtype THEN -32768 WHEN 'integer'::regtype THEN -2147483648
                     ELSE -9223372036854775808 END AS lowest,
                     CASE q.seqtypid WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647
                     ELSE 9223372036854775807 END AS highest
              FROM pg_catalog.pg_sequence q WHERE q.seqrelid = i.objid) s ON true
            LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
            WHERE a.attislocal AND %s
            ORDER BY c.oid, a.attnum
            """.formatted(IS_TABLE);

    /** Foreign keys that the server adds for each partition of a referenced table have a parent; they are left out. */
    private static final String CONSTRAINTS = """
            SELECT c.oid, k.conname, k.contype, k.confdeltype, k.confupdtype, k.confmatchtype,
                   k.condeferrable, k.condeferred, rn.nspname AS referenced_schema,
                   r.relname AS referenced_table, pg_get_expr(k.conbin, k.conrelid) AS expression,
                   coalesce(%s, false) AS nulls_not_distinct, m.amname,
                   pg_get_expr(x.indpred, x.indrelid) AS predicate,
                   CASE WHEN k.contype = 'x' THEN
                     ARRAY(SELECT pg_get_indexdef(k.conindid, p.place::int, false) || ' WITH ' || o.oprname
                           FROM unnest(k.conexclop) WITH ORDINALITY AS p (operator, place)
                           JOIN pg_catalog.pg_operator o ON o.oid = p.operator ORDER BY p.place) END AS elements,
                   array_remove(ARRAY[
                     CASE WHEN NOT k.convalidated THEN 'NOT VALID' END,
                     CASE WHEN k.contype = 'c' AND k.connoinherit THEN 'NO INHERIT' END,
                     CASE WHEN %s THEN CASE k.contype WHEN 'f' THEN 'PERIOD' ELSE 'WITHOUT OVERLAPS' END END,
                     CASE WHEN k.contype IN ('p', 'u') AND x.indnatts > x.indnkeyatts THEN (
                       SELECT 'INCLUDE (' || string_agg(quote_ident(a.attname), ', ' ORDER BY p) || ')'
                       FROM generate_series(x.indnkeyatts, x.indnatts - 1) AS p
                       JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[p]) END,
                     CASE WHEN k.contype IN ('p', 'u') AND xc.reloptions IS NOT NULL
                       THEN 'WITH (' || array_to_string(xc.reloptions, ', ') || ')' END], NULL) AS qualifiers,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS p (attnum, place)
                         JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum
                         ORDER BY p.place) AS columns,
                   CASE WHEN k.contype = 'f' THEN
                     ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS p (attnum, place)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum
                           ORDER BY p.place) END AS referenced_columns
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
            LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
            LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_catalog.pg_class xc ON xc.oid = x.indexrelid
            LEFT JOIN pg_catalog.pg_am m ON m.oid = xc.relam AND k.contype = 'x'
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.conislocal AND %s
            ORDER BY c.oid, array_position('{p,u,f,c,x}'::"char"[], k.contype), k.conname
            """;

    /**
     * Index columns in their order; the name is null where there is an expression, and that is told where the name says less;
     * collation and operator class where they are not the default.
     */
    private static final String INDEXES = """
            SELECT c.oid, i.relname, x.indisunique, i.reloptions, %s AS nulls_not_distinct, m.amname, pg_get_expr(x.indpred, x.indrelid) AS predicate,
                   e.columns, e.classes, e.elements, x.indoption::text AS options,
                   CASE WHEN x.indnatts > x.indnkeyatts THEN
                     ARRAY(SELECT a.attname::text FROM generate_series(x.indnkeyatts, x.indnatts - 1) AS p
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[p]
                           ORDER BY p) END AS included
            FROM pg_catalog.pg_index x
            JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            JOIN pg_catalog.pg_am m ON m.oid = i.relam
            JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (
              SELECT array_agg(a.attname::text ORDER BY p) AS columns, array_agg(t.class ORDER BY p) AS classes,
                     array_agg(CASE WHEN a.attname IS NULL OR t.class IS NOT NULL
                                    THEN pg_get_indexdef(x.indexrelid, p + 1, false) END ORDER BY p) AS elements
              FROM generate_series(0, x.indnkeyatts - 1) AS p
              JOIN pg_catalog.pg_opclass o ON o.oid = x.indclass[p]
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[p] AND a.attnum <> 0
              LEFT JOIN pg_catalog.pg_collation co ON co.oid = x.indcollation[p] AND co.oid <> a.attcollation
              CROSS JOIN LATERAL (SELECT nullif(concat_ws(' ', 'COLLATE ' || quote_ident(co.collname),
                                                          CASE WHEN NOT o.opcdefault THEN o.opcname END), '') AS class) t) e
            WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = x.indexrelid)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                              WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) AND %s
            ORDER BY c.oid, i.relname
            """;

    /** Bounds are told only where they are not those of the type and direction; the cache where it is not 1. */
    static final String SEQUENCES = """
            SELECT c.oid, n.nspname, c.relname, s.seqstart, s.seqincrement, s.seqcycle,
                   CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE b.lowest END THEN s.seqmin END AS minimum,
                   CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN b.highest ELSE -1 END THEN s.seqmax END AS maximum,
                   CASE WHEN s.seqcache <> 1 THEN s.seqcache END AS cache,
                   CASE WHEN s.seqtypid <> 'bigint'::regtype THEN s.seqtypid::regtype::text END AS type,
                   own.nspname AS owner_schema, o.relname AS owner_table, a.attname AS owner_column
            FROM pg_catalog.pg_sequence s
            JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (
              SELECT CASE s.seqtypid WHEN 'smallint'::regtype THEN -32768 WHEN 'integer'::regtype THEN -2147483648
                     ELSE -9223372036854775808 END AS lowest,
                     CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647
                     ELSE 9223372036854775807 END AS highest) b
            LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
              AND d.refclassid = d.classid AND d.deptype = 'a'
            LEFT JOIN pg_catalog.pg_class o ON o.oid = d.refobjid
            LEFT JOIN pg_catalog.pg_namespace own ON own.oid = o.relnamespace
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid
            WHERE n.nspname = ANY (?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                              WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid
                                AND e.deptype IN ('e', 'i'))
            """;

    private PostgresCatalogue() {}

    static String constraints(int serverVersion) {
        return CONSTRAINTS.formatted(
                nullsNotDistinct(serverVersion), serverVersion >= 18 ? "k.conperiod" : "false", IS_TABLE);
    }

    static String indexes(int serverVersion) {
        return INDEXES.formatted(nullsNotDistinct(serverVersion), IS_TABLE);
    }

    /** {@code NULLS NOT DISTINCT} came with version 15. */
    private static String nullsNotDistinct(int serverVersion) {
        return serverVersion >= 15 ? "x.indnullsnotdistinct" : "false";
    }
}
