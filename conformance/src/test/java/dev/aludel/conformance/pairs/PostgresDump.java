package dev.aludel.conformance.pairs;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a PostgreSQL database says of itself, asked of the catalogue with the server's own functions and without Aludel. The
 * order of columns is left out, since no ALTER changes it; so are privileges and owners, which Aludel does not manage.
 */
final class PostgresDump {
    private static final String USERS = " !~ '^pg_' AND %1$s <> 'information_schema'";

    private static final Pattern PARAMETERS = Pattern.compile(" WITH \\(([^)]*)\\)");

    /** Each gives one column of text, a line a fact. */
    static final List<String> QUERIES = Stream.of(
                    """
                    SELECT 'schema ' || n.nspname FROM pg_namespace n WHERE n.nspname ~ '' AND %n
                    """, """
                    SELECT 'extension ' || e.extname FROM pg_extension e
                    """, """
                    SELECT 'relation ' || c.oid::regclass || ' ' || c.relkind::text || ' ' || c.relpersistence::text || ' '
                           || c.relrowsecurity || ' ' || c.relforcerowsecurity || ' ' || c.relreplident::text || ' '
                           || coalesce(c.reloptions::text, '') || ' ' || coalesce(am.amname, '') || ' '
                           || coalesce(pg_get_partkeydef(c.oid), '') || ' '
                           || coalesce(pg_get_expr(c.relpartbound, c.oid), '') || ' '
                           || coalesce((SELECT string_agg(i.inhparent::regclass::text, ',' ORDER BY i.inhseqno)
                                        FROM pg_inherits i WHERE i.inhrelid = c.oid), '')
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
                    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %n AND %x
                    """, """
                    SELECT 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                           || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || ' ' || a.attidentity::text || ' '
                           || a.attgenerated::text || ' ' || a.attislocal || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                           || ' ' || CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text
                                     ELSE '' END
                           || ' ' || a.attstorage::text || ' ' || a.attcompression::text || ' ' || coalesce(a.attstattarget, -1)
                           || ' ' || coalesce(a.attoptions::text, '')
                    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                    JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
                    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND %n AND %x
                    """, """
                    SELECT 'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
                           || ' ' || k.convalidated || ' ' || k.conislocal
                    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE k.contype <> 'n' AND %n AND %x
                    """, """
                    SELECT 'index ' || pg_get_indexdef(x.indexrelid) || ' ' || x.indisvalid || ' ' || x.indisclustered
                    FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE %n AND %x
                    """, """
                    SELECT 'sequence ' || CASE WHEN EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                             AND d.objid = c.oid AND d.deptype = 'i') THEN 'of identity' ELSE c.oid::regclass::text END || ' ' || s.seqtypid::regtype || ' ' || s.seqstart || ' '
                           || s.seqincrement || ' ' || s.seqmin || ' ' || s.seqmax || ' ' || s.seqcache || ' ' || s.seqcycle
                           || ' ' || coalesce((SELECT d.refobjid::regclass || '.' || a.attname FROM pg_depend d
                                     JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                                     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                       AND d.deptype IN ('a', 'i')), '')
                    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE %n AND %x
                    """, """
                    SELECT 'view ' || c.oid::regclass || ' ' || pg_get_viewdef(c.oid) FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND %n AND %x
                    """, """
                    SELECT 'function ' || p.oid::regprocedure || ' ' || CASE WHEN p.prokind = 'a' THEN
                             (SELECT coalesce(g.aggtransfn::text, '') || ' ' || g.aggfinalfn || ' '
                                || g.aggtranstype::regtype || ' ' || coalesce(g.agginitval, '')
                              FROM pg_aggregate g WHERE g.aggfnoid = p.oid)
                           ELSE pg_get_functiondef(p.oid) END
                    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                    WHERE %n AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype IN ('e', 'i'))
                    """, """
                    SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t
                    JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE NOT t.tgisinternal AND %n
                    """, """
                    SELECT 'type ' || t.oid::regtype || ' ' || t.typtype::text || ' '
                           || coalesce((SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e
                                        WHERE e.enumtypid = t.oid), '')
                           || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod) || ' '
                                   || t.typnotnull || ' ' || coalesce(t.typdefault, '') || ' '
                                   || coalesce((SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ','
                                                                  ORDER BY k.conname)
                                                FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
                              ELSE '' END
                           || coalesce((SELECT ' ' || r.rngsubtype::regtype FROM pg_range r WHERE r.rngtypid = t.oid), '')
                    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                    LEFT JOIN pg_class c ON c.oid = t.typrelid
                    WHERE t.typtype IN ('e', 'd', 'c', 'r') AND (c.relkind IS NULL OR c.relkind = 'c') AND %n
                      AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = t.oid AND e.deptype = 'e')
                    """, """
                    SELECT 'policy ' || c.oid::regclass || ' ' || p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive
                           || ' ' || p.polroles::regrole[]::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                           || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
                    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                    """, """
                    SELECT 'rule ' || pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
                    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND %n
                    """, """
                    SELECT 'statistics ' || pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s
                    """, """
                    SELECT 'event trigger ' || evtname || ' ' || evtevent || ' ' || evtfoid::regproc FROM pg_event_trigger
                    """, """
                    SELECT 'publication ' || p.pubname || ' ' || p.puballtables || ' '
                           || coalesce((SELECT string_agg(r.prrelid::regclass::text, ',' ORDER BY 1) FROM
                                        (SELECT * FROM pg_publication_rel WHERE prpubid = p.oid) r), '')
                    FROM pg_publication p
                    """, """
                    SELECT 'comment ' || i.type || ' ' || i.identity || ' ' || d.description FROM pg_description d,
                    LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
                    WHERE coalesce(i.schema, '') <> 'pg_catalog' AND coalesce(i.schema, '') <> 'information_schema'
                      AND d.objoid >= 16384 AND i.type <> 'extension'
                      AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = d.objoid AND e.deptype = 'e')
                    """)
            .map(query -> query.replace("%n", "n.nspname" + USERS.formatted("n.nspname"))
                    .replace("%x", "NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')"))
            .toList();

    private PostgresDump() {}

    /** One spelling for what the server keeps in two and means the same: a time, a precision, a literal's type, an order. */
    static String plain(String line) {
        String plain = line.replace("CURRENT_TIMESTAMP", "now()")
                .replaceAll("(time(?:stamp)?)\\(6\\)", "$1")
                .replaceAll("'(-?\\d+)'::(?:bigint|integer|smallint)", "$1");
        if (plain.startsWith("column ")) {
            plain = plain.replaceAll("('(?:[^']|'')*')::(?:text|character varying)(?!\\[)", "$1");
        }
        Matcher parameters = PARAMETERS.matcher(plain);
        return plain.startsWith("index ") && parameters.find()
                ? parameters.replaceFirst(Matcher.quoteReplacement(" WITH ("
                        + String.join(
                                ", ", new TreeSet<>(List.of(parameters.group(1).split(", ")))) + ")"))
                : plain;
    }
}
