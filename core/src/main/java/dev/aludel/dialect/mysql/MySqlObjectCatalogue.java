package dev.aludel.dialect.mysql;

/** The queries for what stands beside tables, in the manner of {@link MySqlCatalogue}. */
final class MySqlObjectCatalogue {

    /** MySQL says only in SHOW CREATE VIEW which algorithm a view asks for, one view a query: it is not compared there. */
    private static final String VIEWS = """
            SELECT v.table_schema, v.table_name, v.view_definition, v.check_option, v.security_type, %s AS algorithm
            FROM information_schema.views v
            WHERE v.view_definition <> '' AND v.table_schema IN (%%s)
            ORDER BY v.table_schema, v.table_name
            """;

    /** Several triggers for one event of a table fire in an order. */
    static final String TRIGGERS = """
            SELECT t.event_object_schema AS table_schema, t.event_object_table AS table_name, t.trigger_name,
                   t.event_manipulation, t.action_timing, t.action_statement, t.action_order
            FROM information_schema.triggers t
            WHERE t.event_object_schema IN (%s)
            ORDER BY t.event_object_schema, t.event_object_table, t.action_timing, t.event_manipulation, t.action_order
            """;

    /** The body of a routine is hidden from users who did not create it and may not see all. */
    static final String ROUTINES = """
            SELECT r.routine_schema AS table_schema, r.routine_name AS table_name, r.routine_type, r.dtd_identifier,
                   nullif(r.character_set_name, s.default_character_set_name) AS special_charset, r.routine_definition,
                   r.is_deterministic, r.sql_data_access, r.security_type, r.routine_comment
            FROM information_schema.routines r
            JOIN information_schema.schemata s ON s.schema_name = r.routine_schema
            WHERE r.routine_type IN ('FUNCTION', 'PROCEDURE') AND r.routine_definition IS NOT NULL
              AND r.routine_schema IN (%s)
            ORDER BY r.routine_schema, r.routine_name, r.routine_type
            """;

    static final String PARAMETERS = """
            SELECT p.specific_schema AS table_schema, p.specific_name AS table_name, p.routine_type, p.parameter_mode,
                   p.parameter_name, p.dtd_identifier,
                   nullif(p.character_set_name, s.default_character_set_name) AS special_charset
            FROM information_schema.parameters p
            JOIN information_schema.schemata s ON s.schema_name = p.specific_schema
            WHERE p.ordinal_position > 0 AND p.specific_schema IN (%s)
            ORDER BY p.specific_schema, p.specific_name, p.ordinal_position
            """;

    /** The server writes the time of creation where a schedule says no beginning. */
    static final String EVENTS = """
            SELECT e.event_schema AS table_schema, e.event_name AS table_name, e.event_definition, e.execute_at,
                   e.interval_value, e.interval_field, e.ends, e.status, e.on_completion, e.event_comment,
                   CASE WHEN e.starts IN (e.created, e.last_altered) THEN NULL ELSE e.starts END AS said_start
            FROM information_schema.events e
            WHERE e.event_schema IN (%s)
            ORDER BY e.event_schema, e.event_name
            """;

    private MySqlObjectCatalogue() {}

    static String views(Product product) {
        return VIEWS.formatted(product == Product.MARIADB ? "v.algorithm" : "'UNDEFINED'");
    }
}
