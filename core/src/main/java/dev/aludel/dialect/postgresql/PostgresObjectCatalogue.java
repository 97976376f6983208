package dev.aludel.dialect.postgresql;

/**
 * The queries for what stands beside tables: one for all kinds, one for what depends on what. Each takes the schemas'
 * names.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">System information functions</a>
 */
final class PostgresObjectCatalogue {

    /** No extension owns it, and it is no part of something else. */
    private static final String FREE = """
            NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                        WHERE e.classid = '%2$s'::regclass AND e.objid = %1$s.oid AND e.deptype IN ('e', 'i'))
            """;

    private static final String COLUMNS = """
            SELECT %1$s::text AS kind, '%2$s'::regclass::oid AS class, %3$s.oid, n.nspname, obj_description(%3$s.oid, '%2$s') AS comment,
            """;

    private static final String SCHEMAS = COLUMNS.formatted("'SCHEMA'", "pg_namespace", "n") + """
                   n.nspname AS name, '' AS arguments, NULL AS table_schema, NULL AS table_name, NULL AS definition,
                   '' AS signature, NULL::text[] AS parts
            FROM pg_catalog.pg_namespace n
            WHERE n.nspname = ANY (?)
            """;

    private static final String EXTENSIONS = COLUMNS.formatted("'EXTENSION'", "pg_extension", "x") + """
                   x.extname, '', NULL, NULL, NULL, '', NULL
            FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
            WHERE n.nspname = ANY (?)
            """;

    private static final String ENUMS =
            COLUMNS.formatted("'ENUM'", "pg_type", "t") + """
                   t.typname, '', NULL, NULL, NULL, '',
                   ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'e' AND n.nspname = ANY (?) AND
            """ + FREE.formatted("t", "pg_type");

    /** The parts: default, nullability, then each check with its name. */
    private static final String DOMAINS =
            COLUMNS.formatted("'DOMAIN'", "pg_type", "t") + """
                   t.typname, '', NULL, NULL, NULL,
                   format_type(t.typbasetype, t.typtypmod)
                     || coalesce((SELECT ' COLLATE ' || quote_ident(o.collname) FROM pg_catalog.pg_collation o
                                  JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
                                  WHERE o.oid = t.typcollation AND o.oid <> b.typcollation), ''),
                   ARRAY[coalesce('DEFAULT ' || t.typdefault, ''), CASE WHEN t.typnotnull THEN 'NOT NULL' ELSE '' END]
                     || ARRAY(SELECT quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
                              FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname)
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'd' AND n.nspname = ANY (?) AND
            """ + FREE.formatted("t", "pg_type");

    /** The parts: each attribute with its type. */
    private static final String COMPOSITES =
            COLUMNS.formatted("'COMPOSITE'", "pg_type", "t") + """
                   t.typname, '', NULL, NULL, NULL, 'composite',
                   ARRAY(SELECT quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                         FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
                         ORDER BY a.attnum)
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class r ON r.oid = t.typrelid AND r.relkind = 'c'
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'c' AND n.nspname = ANY (?) AND
            """ + FREE.formatted("t", "pg_type");

    private static final String RANGES =
            COLUMNS.formatted("'RANGE'", "pg_type", "t") + """
                   t.typname, '', NULL, NULL, 'SUBTYPE = ' || format_type(g.rngsubtype, NULL)
                     || CASE WHEN o.opcdefault THEN '' ELSE ', SUBTYPE_OPCLASS = ' || quote_ident(o.opcname) END
                     || coalesce(', SUBTYPE_DIFF = ' || nullif(g.rngsubdiff, 0)::regproc, ''), '', NULL
            FROM pg_catalog.pg_range g JOIN pg_catalog.pg_type t ON t.oid = g.rngtypid
            JOIN pg_catalog.pg_opclass o ON o.oid = g.rngsubopc
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE n.nspname = ANY (?) AND
            """ + FREE.formatted("t", "pg_type");

    /** The signature: all before the body, which CREATE OR REPLACE must leave as it is. */
    private static final String ROUTINES =
            COLUMNS.formatted("CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END", "pg_proc", "p")
                    + """
                   p.proname, '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL, NULL, pg_get_functiondef(p.oid),
                   '(' || pg_get_function_arguments(p.oid) || ')' || coalesce(pg_get_function_result(p.oid), '')
                     || p.prokind::text, NULL
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE p.prokind <> 'a' AND n.nspname = ANY (?) AND
            """ + FREE.formatted("p", "pg_proc");

    private static final String AGGREGATES =
            COLUMNS.formatted("'AGGREGATE'", "pg_proc", "p") + """
                   p.proname, '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL, NULL,
                   '(SFUNC = ' || g.aggtransfn::regproc || ', STYPE = ' || format_type(g.aggtranstype, NULL)
                     || coalesce(', SSPACE = ' || nullif(g.aggtransspace, 0), '')
                     || coalesce(', FINALFUNC = ' || nullif(g.aggfinalfn, 0)::regproc, '')
                     || CASE WHEN g.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END
                     || coalesce(', COMBINEFUNC = ' || nullif(g.aggcombinefn, 0)::regproc, '')
                     || coalesce(', SERIALFUNC = ' || nullif(g.aggserialfn, 0)::regproc, '')
                     || coalesce(', DESERIALFUNC = ' || nullif(g.aggdeserialfn, 0)::regproc, '')
                     || coalesce(', MSFUNC = ' || nullif(g.aggmtransfn, 0)::regproc, '')
                     || coalesce(', MINVFUNC = ' || nullif(g.aggminvtransfn, 0)::regproc, '')
                     || coalesce(', MSTYPE = ' || format_type(nullif(g.aggmtranstype, 0), NULL), '')
                     || coalesce(', MFINALFUNC = ' || nullif(g.aggmfinalfn, 0)::regproc, '')
                     || coalesce(', INITCOND = ' || quote_literal(g.agginitval), '')
                     || coalesce(', MINITCOND = ' || quote_literal(g.aggminitval), '')
                     || coalesce(', SORTOP = OPERATOR(' || nullif(g.aggsortop, 0)::regoper || ')', '')
                     || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' ELSE '' END
                     || CASE WHEN g.aggkind = 'h' THEN ', HYPOTHETICAL' ELSE '' END || ')', '', NULL
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_aggregate g ON g.aggfnoid = p.oid
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = ANY (?) AND
            """ + FREE.formatted("p", "pg_proc");

    private static final String VIEWS =
            COLUMNS.formatted("CASE c.relkind WHEN 'm' THEN 'MATERIALIZED_VIEW' ELSE 'VIEW' END", "pg_class", "c")
                    + """
                   c.relname, '', NULL, NULL, rtrim(pg_get_viewdef(c.oid), ';'), '', c.reloptions
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND n.nspname = ANY (?) AND
            """ + FREE.formatted("c", "pg_class");

    private static final String VIEW_INDEXES =
            COLUMNS.formatted("'INDEX'", "pg_class", "i") + """
                   i.relname, '', NULL, NULL, pg_get_indexdef(x.indexrelid), '', NULL
            FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            JOIN pg_catalog.pg_class c ON c.oid = x.indrelid AND c.relkind = 'm'
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND
            """ + FREE.formatted("c", "pg_class");

    private static final String TRIGGERS =
            COLUMNS.formatted("'TRIGGER'", "pg_trigger", "t") + """
                   t.tgname, '', n.nspname, c.relname, pg_get_triggerdef(t.oid), '',
                   CASE WHEN t.tgenabled = 'O' THEN NULL ELSE ARRAY[CASE t.tgenabled WHEN 'D' THEN 'DISABLE'
                     WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END] END
            FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND n.nspname = ANY (?) AND t.tgparentid = 0 AND
            """ + FREE.formatted("t", "pg_trigger");

    private static final String RULES = COLUMNS.formatted("'RULE'", "pg_rewrite", "r") + """
                   r.rulename, '', n.nspname, c.relname, rtrim(pg_get_ruledef(r.oid), ';'), '', NULL
            FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND n.nspname = ANY (?)
            """;

    private static final String POLICIES = COLUMNS.formatted("'POLICY'", "pg_policy", "p") + """
                   p.polname, '', n.nspname, c.relname,
                   CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
                     || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
                        WHEN 'd' THEN ' FOR DELETE' ELSE '' END
                     || CASE WHEN p.polroles = '{0}' THEN '' ELSE ' TO ' || (SELECT string_agg(
                          CASE WHEN o.r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(o.r)) END, ', ' ORDER BY 1)
                          FROM unnest(p.polroles) AS o (r)) END
                     || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                     || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''), '', NULL
            FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?)
            """;

    /** All objects; the parameter is given once for each kind. */
    static final String OBJECTS = String.join(
            "\nUNION ALL\n",
            SCHEMAS,
            EXTENSIONS,
            ENUMS,
            DOMAINS,
            COMPOSITES,
            RANGES,
            ROUTINES,
            AGGREGATES,
            VIEWS,
            VIEW_INDEXES,
            TRIGGERS,
            RULES,
            POLICIES);

    static final int PARAMETERS =
            (int) OBJECTS.chars().filter(letter -> letter == '?').count();

    /**
     * What is in the way of what, each by its class and number: parts of a relation (defaults, constraints, indexes, the
     * query of a view) count as the relation, array types as their element's. What a default, constraint or index has of
     * its own table is left out, and what a foreign key says itself: most of what the server knows is that.
     */
    static final String DEPENDENCIES = """
            SELECT CASE WHEN coalesce(w.ev_class, ad.adrelid, nullif(k.conrelid, 0), x.indrelid) IS NOT NULL
                        THEN 'pg_class'::regclass::oid WHEN k.contypid <> 0 OR oc.reltype <> 0 THEN 'pg_type'::regclass::oid
                        ELSE d.classid END AS class,
                   coalesce(w.ev_class, ad.adrelid, nullif(k.conrelid, 0), x.indrelid, nullif(k.contypid, 0), oc.reltype,
                            d.objid) AS oid,
                   CASE WHEN rx.indrelid IS NOT NULL OR rr.relkind IN ('r', 'p', 'v', 'm') OR rk.conrelid <> 0
                        THEN 'pg_class'::regclass::oid
                        WHEN ct.oid IS NOT NULL THEN 'pg_type'::regclass::oid ELSE d.refclassid END AS needed_class,
                   coalesce(rx.indrelid, CASE WHEN rr.relkind IN ('r', 'p', 'v', 'm') THEN rt.typrelid END,
                            nullif(rk.conrelid, 0), nullif(rt.typelem, 0), ct.oid, d.refobjid) AS needed_oid, ra.attname
            FROM pg_catalog.pg_depend d
            LEFT JOIN pg_catalog.pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
              AND w.rulename = '_RETURN'
            LEFT JOIN pg_catalog.pg_attrdef ad ON d.classid = 'pg_attrdef'::regclass AND ad.oid = d.objid
            LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
            LEFT JOIN (pg_catalog.pg_index x JOIN pg_catalog.pg_class xt ON xt.oid = x.indrelid AND xt.relkind <> 'm')
              ON d.classid = 'pg_class'::regclass AND x.indexrelid = d.objid
            LEFT JOIN pg_catalog.pg_class oc ON d.classid = 'pg_class'::regclass AND oc.oid = d.objid AND oc.relkind = 'c'
            LEFT JOIN pg_catalog.pg_type rt ON d.refclassid = 'pg_type'::regclass AND rt.oid = d.refobjid
            LEFT JOIN pg_catalog.pg_class rr ON rr.oid = rt.typrelid AND rt.typrelid <> 0
            LEFT JOIN pg_catalog.pg_index rx ON d.refclassid = 'pg_class'::regclass AND rx.indexrelid = d.refobjid
            LEFT JOIN pg_catalog.pg_constraint rk ON d.refclassid = 'pg_constraint'::regclass AND rk.oid = d.refobjid
            LEFT JOIN (pg_catalog.pg_type ct JOIN pg_catalog.pg_class cc ON cc.oid = ct.typrelid AND cc.relkind = 'c')
              ON d.refclassid = 'pg_class'::regclass AND ct.typrelid = d.refobjid
            LEFT JOIN pg_catalog.pg_attribute ra ON d.refclassid = 'pg_class'::regclass AND ra.attrelid = d.refobjid
              AND ra.attnum = d.refobjsubid AND d.refobjsubid <> 0
            WHERE d.deptype IN ('n', 'a') AND (d.objid >= 16384 OR d.classid = 'pg_rewrite'::regclass) AND d.refobjid >= 16384
              AND NOT (d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass
                       AND d.classid IN ('pg_attrdef'::regclass, 'pg_constraint'::regclass))
              AND k.contype IS DISTINCT FROM 'f' AND x.indrelid IS DISTINCT FROM d.refobjid
            """;

    private PostgresObjectCatalogue() {}
}
