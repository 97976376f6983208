package dev.aludel.dialect.h2;

/**
 * The queries of an inspection: one a kind of object, whatever the number of tables. Each takes one array parameter, the
 * schemas' names as they are stored, and is sorted so that the same database always reads the same.
 *
 * @see <a href="https://h2database.com/html/systemtables.html">System tables</a>
 */
final class H2Catalogue {

    /** What the rows of all tables have that describe a type. */
    static final String TYPE =
            "%1$s.DATA_TYPE, %1$s.CHARACTER_MAXIMUM_LENGTH, %1$s.NUMERIC_PRECISION, %1$s.DATETIME_PRECISION, "
                    + "%1$s.INTERVAL_TYPE, %1$s.INTERVAL_PRECISION, %1$s.MAXIMUM_CARDINALITY, %1$s.DTD_IDENTIFIER, "
                    + "%1$s.DECLARED_NUMERIC_PRECISION, %1$s.DECLARED_NUMERIC_SCALE, %1$s.GEOMETRY_TYPE, %1$s.GEOMETRY_SRID";

    static final String CURRENT_SCHEMA = "SELECT CURRENT_SCHEMA";

    static final String SCHEMAS = "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA ORDER BY SCHEMA_NAME";

    /** Tables of a session are told from those of the database by their type; those behind materialized views are nobody's. */
    static final String TABLES = """
            SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, t.REMARKS FROM INFORMATION_SCHEMA.TABLES t
            WHERE t.TABLE_TYPE IN ('BASE TABLE', 'LOCAL TEMPORARY') AND t.TABLE_SCHEMA = ANY (?)
              AND NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES m WHERE m.TABLE_SCHEMA = t.TABLE_SCHEMA
                              AND m.TABLE_CLASS LIKE '%.MaterializedView' AND t.TABLE_NAME LIKE m.TABLE_NAME || '$_')
            ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME
            """;

    static final String COLUMNS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, c.IS_NULLABLE, c.COLUMN_DEFAULT, c.IS_IDENTITY,
                   c.IDENTITY_GENERATION, c.IDENTITY_START, c.IDENTITY_INCREMENT, c.GENERATION_EXPRESSION, c.REMARKS,
                   c.DOMAIN_SCHEMA, c.DOMAIN_NAME, c.DEFAULT_ON_NULL, c.COLUMN_ON_UPDATE, c.IS_VISIBLE, %s
            FROM INFORMATION_SCHEMA.COLUMNS c WHERE c.TABLE_SCHEMA = ANY (?)
            ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION
            """.formatted(TYPE.formatted("c"));

    /** What arrays hold. */
    static final String ELEMENTS = """
            SELECT e.OBJECT_SCHEMA, e.OBJECT_NAME, e.OBJECT_TYPE, e.COLLECTION_TYPE_IDENTIFIER, %s
            FROM INFORMATION_SCHEMA.ELEMENT_TYPES e WHERE e.OBJECT_SCHEMA = ANY (?)
            """.formatted(TYPE.formatted("e"));

    /** What rows hold. */
    static final String FIELDS = """
            SELECT f.OBJECT_SCHEMA, f.OBJECT_NAME, f.OBJECT_TYPE, f.ROW_IDENTIFIER, f.FIELD_NAME, %s
            FROM INFORMATION_SCHEMA.FIELDS f WHERE f.OBJECT_SCHEMA = ANY (?) ORDER BY f.ORDINAL_POSITION
            """.formatted(TYPE.formatted("f"));

    static final String ENUM_VALUES = """
            SELECT OBJECT_SCHEMA, OBJECT_NAME, OBJECT_TYPE, ENUM_IDENTIFIER, VALUE_NAME
            FROM INFORMATION_SCHEMA.ENUM_VALUES WHERE OBJECT_SCHEMA = ANY (?) ORDER BY VALUE_ORDINAL
            """;

    static final String CONSTRAINTS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.CONSTRAINT_SCHEMA, c.CONSTRAINT_NAME, c.CONSTRAINT_TYPE, c.NULLS_DISTINCT,
                   k.CHECK_CLAUSE, r.UPDATE_RULE, r.DELETE_RULE, r.UNIQUE_CONSTRAINT_SCHEMA, r.UNIQUE_CONSTRAINT_NAME,
                   u.TABLE_SCHEMA AS REFERENCED_SCHEMA, u.TABLE_NAME AS REFERENCED_TABLE,
                   c.INDEX_SCHEMA, c.INDEX_NAME, u.INDEX_SCHEMA AS UNIQUE_INDEX_SCHEMA, u.INDEX_NAME AS UNIQUE_INDEX_NAME
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
            LEFT JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS k
              ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
            LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
              ON r.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = c.CONSTRAINT_NAME
            LEFT JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS u
              ON u.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA AND u.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
            WHERE c.TABLE_SCHEMA = ANY (?)
            ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME,
                     CASE c.CONSTRAINT_TYPE WHEN 'PRIMARY KEY' THEN 1 WHEN 'UNIQUE' THEN 2 WHEN 'FOREIGN KEY' THEN 3 ELSE 4 END,
                     c.CONSTRAINT_NAME
            """;

    /** Of all schemas: a foreign key may refer to any. */
    static final String KEY_COLUMNS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, COLUMN_NAME, POSITION_IN_UNIQUE_CONSTRAINT
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION
            """;

    static final String INDEX_COLUMNS = """
            SELECT INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.INDEX_COLUMNS
            ORDER BY INDEX_SCHEMA, INDEX_NAME, ORDINAL_POSITION
            """;

    /** Without those that a constraint owns; an index that a person made may be used by a constraint. */
    static final String INDEXES = """
            SELECT i.TABLE_SCHEMA, i.TABLE_NAME, i.INDEX_NAME, i.INDEX_TYPE_NAME, i.NULLS_DISTINCT, i.REMARKS,
                   c.COLUMN_NAME, c.ORDERING_SPECIFICATION, c.NULL_ORDERING, c.IS_UNIQUE
            FROM INFORMATION_SCHEMA.INDEXES i
            JOIN INFORMATION_SCHEMA.INDEX_COLUMNS c ON c.INDEX_SCHEMA = i.INDEX_SCHEMA AND c.INDEX_NAME = i.INDEX_NAME
            WHERE NOT i.IS_GENERATED AND i.TABLE_SCHEMA = ANY (?)
            ORDER BY i.TABLE_SCHEMA, i.TABLE_NAME, i.INDEX_NAME, c.ORDINAL_POSITION
            """;

    static final String SEQUENCES = """
            SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, START_VALUE, MINIMUM_VALUE, MAXIMUM_VALUE, INCREMENT,
                   CYCLE_OPTION, CACHE
            FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ANY (?) ORDER BY SEQUENCE_SCHEMA, SEQUENCE_NAME
            """;

    private H2Catalogue() {}
}
