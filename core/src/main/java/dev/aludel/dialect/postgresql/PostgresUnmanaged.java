package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.UnmanagedObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands in a PostgreSQL database beside all that is compared, without what extensions and the server brought.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs-overview.html">The list of system catalogues</a>
 */
final class PostgresUnmanaged {
    /** No extension owns it. */
    private static final String FREE = "NOT EXISTS (SELECT FROM pg_catalog.pg_depend e"
            + " WHERE e.classid = '%2$s'::regclass AND e.objid = %1$s.oid AND e.deptype = 'e')";

    /** A person created it: the server's own objects have smaller numbers. */
    private static final String CREATED = "%1$s.oid >= 16384 AND " + FREE;

    private static final String IN_SCHEMAS =
            "%3$s = ANY (SELECT n.oid FROM pg_catalog.pg_namespace n, s WHERE n.nspname = ANY (s.names)) AND " + FREE;

    /** Comments on constraints, indexes, sequences and the columns of views: on what is no object by itself. */
    private static final String OTHER_COMMENTS = """
             FROM pg_catalog.pg_description x
             LEFT JOIN pg_catalog.pg_constraint k ON k.oid = x.objoid AND x.classoid = 'pg_catalog.pg_constraint'::regclass
             LEFT JOIN pg_catalog.pg_class c ON c.oid = x.objoid AND x.classoid = 'pg_catalog.pg_class'::regclass
               AND (c.relkind IN ('i', 'I', 'S') OR (c.relkind IN ('v', 'm') AND x.objsubid > 0))
             WHERE coalesce(c.relnamespace, k.connamespace) = ANY (
               SELECT n.oid FROM pg_catalog.pg_namespace n, s WHERE n.nspname = ANY (s.names))
             AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                             WHERE e.classid = x.classoid AND e.objid = x.objoid AND e.deptype = 'e')
            """;

    private static final String QUERY = String.join(
            " UNION ALL ",
            kind("extended statistics", "x.stxname", "pg_get_statisticsobjdef(x.oid)")
                    + from("pg_statistic_ext", "stxnamespace"),
            kind(
                            "foreign table",
                            "x.relname",
                            "(SELECT v.srvname || coalesce(f.ftoptions::text, '') FROM pg_catalog.pg_foreign_table f"
                                    + " JOIN pg_catalog.pg_foreign_server v ON v.oid = f.ftserver WHERE f.ftrelid = x.oid) || (SELECT string_agg(a.attname || ' '"
                                    + " || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)"
                                    + " FROM pg_catalog.pg_attribute a WHERE a.attrelid = x.oid AND a.attnum > 0)")
                    + from("pg_class", "relnamespace") + " AND x.relkind = 'f'",
            kind("collation", "x.collname", "(to_jsonb(x) - '{oid,collnamespace,collowner,collversion}'::text[])::text")
                    + from("pg_collation", "collnamespace"),
            kind(
                            "operator",
                            "x.oprname || ' (' || format_type(x.oprleft, NULL) || ', ' || format_type(x.oprright, NULL) || ')'",
                            "x.oprcode::text")
                    + from("pg_operator", "oprnamespace"),
            kind("operator class", "x.opcname", "x.opcintype::regtype::text") + from("pg_opclass", "opcnamespace"),
            kind(
                            "text search configuration",
                            "x.cfgname",
                            "(SELECT string_agg(m.maptokentype || ' ' || m.mapdict::regdictionary::text, ', '"
                                    + " ORDER BY m.maptokentype, m.mapseqno) FROM pg_catalog.pg_ts_config_map m"
                                    + " WHERE m.mapcfg = x.oid)")
                    + from("pg_ts_config", "cfgnamespace"),
            kind("text search dictionary", "x.dictname", "x.dictinitoption") + from("pg_ts_dict", "dictnamespace"),
            kind("conversion", "x.conname", "x.conproc::text") + from("pg_conversion", "connamespace"),
            kind(
                            "cast",
                            "x.castsource::regtype::text || ' as ' || x.casttarget::regtype::text",
                            "x.castfunc::regproc::text || ' ' || x.castcontext::text")
                    + from("pg_cast"),
            kind("foreign server", "x.srvname", "x.srvoptions::text") + from("pg_foreign_server"),
            kind("foreign data wrapper", "x.fdwname", "x.fdwoptions::text") + from("pg_foreign_data_wrapper"),
            kind("language", "x.lanname", "''") + from("pg_language"),
            kind(
                            "event trigger",
                            "x.evtname",
                            "x.evtevent || ' ' || x.evtfoid::regproc::text || coalesce(x.evttags::text, '')")
                    + from("pg_event_trigger"),
            kind(
                            "publication",
                            "x.pubname",
                            "(to_jsonb(x) - '{oid,pubowner}'::text[])::text || coalesce((SELECT string_agg("
                                    + "t.schemaname || '.' || t.tablename, ', ' ORDER BY 1)"
                                    + " FROM pg_catalog.pg_publication_tables t WHERE t.pubname = x.pubname), '')")
                    + from("pg_publication"),
            kind("comment on", "pg_describe_object(x.classoid, x.objoid, x.objsubid)", "x.description")
                    + OTHER_COMMENTS);

    private PostgresUnmanaged() {}

    private static String kind(String kind, String name, String definition) {
        return "SELECT '" + kind + " ' || " + name + " AS name, coalesce(" + definition + ", '') AS definition";
    }

    private static String from(String catalogue) {
        return " FROM pg_catalog." + catalogue + " x WHERE " + CREATED.formatted("x", "pg_catalog." + catalogue);
    }

    private static String from(String catalogue, String schema) {
        return " FROM pg_catalog." + catalogue + " x WHERE "
                + IN_SCHEMAS.formatted("x", "pg_catalog." + catalogue, "x." + schema);
    }

    static List<UnmanagedObject> read(Connection connection, InspectOptions options) throws SQLException {
        List<UnmanagedObject> found = new ArrayList<>();
        String schemas =
                "WITH s AS (SELECT CASE WHEN cardinality(g) = 0 THEN ARRAY[current_schema()::text] ELSE g END AS names"
                        + " FROM (SELECT ?::text[] AS g) given) ";
        try (PreparedStatement statement = connection.prepareStatement(schemas + QUERY + " ORDER BY 1")) {
            statement.setArray(
                    1, connection.createArrayOf("text", options.schemas().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new UnmanagedObject(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }
}
