package dev.aludel.dialect.postgresql;

/** The queries over the system catalogue (manual: 51). Each takes the schemas' names and is sorted. */
final class PostgresCatalogue {
    private PostgresCatalogue() {}

    /** Tables and partitioned tables; not partitions, and not what an extension owns. */
    private static final String RELATIONS = """
              FROM pg_catalog.pg_class AS c
              JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = ANY (?)
            """;

    private static final String NOT_OF_AN_EXTENSION = """
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                                WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """;

    static final String COLUMNS =
            """
            SELECT n.nspname AS schema_name, c.relname AS relation_name, tc.description AS table_comment,
                   a.attname AS column_name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
                   a.attnotnull AS not_null, a.attidentity::text AS identity, a.attgenerated::text AS generated,
                   s.seqstart AS identity_start, s.seqincrement AS identity_increment,
                   pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default_value,
                   CASE WHEN a.attcollation <> t.typcollation THEN co.collname END AS collation,
                   cc.description AS comment
            """ + RELATIONS + """
              LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
              LEFT JOIN pg_catalog.pg_collation AS co ON co.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_depend AS i ON a.attidentity <> '' AND i.refclassid = 'pg_class'::regclass
                    AND i.refobjid = c.oid AND i.refobjsubid = a.attnum AND i.deptype = 'i'
                    AND i.classid = 'pg_class'::regclass
              LEFT JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = i.objid
              LEFT JOIN pg_catalog.pg_description AS tc ON tc.classoid = 'pg_class'::regclass
                    AND tc.objoid = c.oid AND tc.objsubid = 0
              LEFT JOIN pg_catalog.pg_description AS cc ON cc.classoid = 'pg_class'::regclass
                    AND cc.objoid = c.oid AND cc.objsubid = a.attnum
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
            """ + NOT_OF_AN_EXTENSION + " ORDER BY n.nspname, c.relname, a.attnum";

    /** The field about nulls is read through JSON because servers before 15 do not have it. */
    static final String CONSTRAINTS = """
            SELECT n.nspname AS schema_name, c.relname AS relation_name, k.conname AS constraint_name,
                   k.contype::text AS kind, k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update,
                   (SELECT array_agg(a.attname::text ORDER BY u.place)
                      FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
                      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
                   (SELECT array_agg(a.attname::text ORDER BY u.place)
                      FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
                      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number)
                        AS referenced_columns,
                   rn.nspname AS referenced_schema, r.relname AS referenced_table,
                   CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_constraintdef(k.oid) END AS definition,
                   COALESCE((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct
            """ + RELATIONS + """
              JOIN pg_catalog.pg_constraint AS k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')
              LEFT JOIN pg_catalog.pg_index AS x ON k.contype = 'u' AND x.indexrelid = k.conindid
              LEFT JOIN pg_catalog.pg_class AS r ON r.oid = k.confrelid
              LEFT JOIN pg_catalog.pg_namespace AS rn ON rn.oid = r.relnamespace
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
             ORDER BY n.nspname, c.relname, position(k.contype::text IN 'pufc'), k.conname
            """;

    static final String INDEXES = """
            SELECT n.nspname AS schema_name, c.relname AS relation_name, ic.relname AS index_name,
                   x.indisunique AS is_unique, am.amname AS method,
                   pg_catalog.pg_get_expr(x.indpred, x.indrelid) AS predicate,
                   (SELECT array_agg(a.attname::text ORDER BY g.place)
                      FROM generate_series(1, x.indnkeyatts) AS g (place)
                      LEFT JOIN pg_catalog.pg_attribute AS a
                             ON a.attrelid = c.oid AND a.attnum = x.indkey[g.place - 1] AND a.attnum > 0) AS columns,
                   (SELECT array_agg(pg_catalog.pg_get_indexdef(x.indexrelid, g.place, true) ORDER BY g.place)
                      FROM generate_series(1, x.indnkeyatts) AS g (place)) AS expressions,
                   x.indoption::text AS flags
            """ + RELATIONS + """
              JOIN pg_catalog.pg_index AS x ON x.indrelid = c.oid
              JOIN pg_catalog.pg_class AS ic ON ic.oid = x.indexrelid
              JOIN pg_catalog.pg_am AS am ON am.oid = ic.relam
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                                WHERE k.conindid = x.indexrelid AND k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x'))
             ORDER BY n.nspname, c.relname, ic.relname
            """;

    /** Sequences of their own; the one behind an identity column belongs to that column. */
    static final String SEQUENCES = """
            SELECT n.nspname AS schema_name, c.relname AS relation_name, s.seqstart AS start, s.seqincrement AS increment
            """ + RELATIONS + """
              JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.oid
             WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i
                                WHERE i.classid = 'pg_class'::regclass AND i.objid = c.oid AND i.deptype = 'i')
            """ + NOT_OF_AN_EXTENSION + " ORDER BY n.nspname, c.relname";
}
