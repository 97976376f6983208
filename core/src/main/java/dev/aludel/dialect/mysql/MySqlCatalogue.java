package dev.aludel.dialect.mysql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The queries of an inspection: one a kind of object, whatever the number of tables. Each is for the schemas that are
 * bound to it and begins with schema and table, by which and by place its rows are sorted.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/information-schema.html">INFORMATION_SCHEMA Tables</a>
 */
final class MySqlCatalogue {
    static final String CURRENT_SCHEMA = "SELECT DATABASE()";

    static final String TABLES = """
            SELECT t.table_schema, t.table_name, t.table_type, t.engine, t.table_collation, t.create_options, t.table_comment,
                   s.default_collation_name
            FROM information_schema.tables t
            JOIN information_schema.schemata s ON s.schema_name = t.table_schema
            WHERE t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE') AND t.table_schema IN (%s)
            """;

    private static final String COLUMNS = """
            SELECT c.table_schema, c.table_name, c.column_name, c.column_type, c.is_nullable, c.column_default, c.extra,
                   c.generation_expression, c.collation_name, c.column_comment, %s AS srs_id
            FROM information_schema.columns c
            WHERE c.table_schema IN (%%s)
            ORDER BY c.table_schema, c.table_name, c.ordinal_position
            """;

    private static final String INDEXES = """
            SELECT s.table_schema, s.table_name, s.index_name, s.non_unique, s.column_name, s.collation, s.sub_part,
                   s.index_type, s.index_comment, %s
            FROM information_schema.statistics s
            WHERE s.table_schema IN (%%s)
            ORDER BY s.table_schema, s.table_name, s.index_name, s.seq_in_index
            """;

    static final String FOREIGN_KEYS = """
            SELECT r.constraint_schema AS table_schema, r.table_name, r.constraint_name, r.update_rule, r.delete_rule,
                   k.column_name, k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name
            FROM information_schema.referential_constraints r
            JOIN information_schema.key_column_usage k ON k.constraint_schema = r.constraint_schema
              AND k.table_name = r.table_name AND k.constraint_name = r.constraint_name
            WHERE k.referenced_table_name IS NOT NULL AND r.constraint_schema IN (%s)
            ORDER BY r.constraint_schema, r.table_name, r.constraint_name, k.ordinal_position
            """;

    private static final String CHECKS_OF_MYSQL = """
            SELECT t.table_schema, t.table_name, c.constraint_name, 'Table' AS level, c.check_clause, t.enforced
            FROM information_schema.check_constraints c
            JOIN information_schema.table_constraints t ON t.constraint_schema = c.constraint_schema
              AND t.constraint_name = c.constraint_name AND t.constraint_type = 'CHECK'
            WHERE c.constraint_schema IN (%s)
            ORDER BY t.table_schema, t.table_name, c.constraint_name
            """;

    private static final String CHECKS_OF_MARIADB = """
            SELECT c.constraint_schema AS table_schema, c.table_name, c.constraint_name, c.level, c.check_clause,
                   'YES' AS enforced
            FROM information_schema.check_constraints c
            WHERE c.constraint_schema IN (%s)
            ORDER BY c.constraint_schema, c.table_name, c.constraint_name
            """;

    static final String PARTITIONS = """
            SELECT p.table_schema, p.table_name, p.partition_name, p.subpartition_name, p.partition_method,
                   p.subpartition_method, p.partition_expression, p.subpartition_expression, p.partition_description,
                   p.partition_comment
            FROM information_schema.partitions p
            WHERE p.partition_name IS NOT NULL AND p.table_schema IN (%s)
            ORDER BY p.table_schema, p.table_name, p.partition_ordinal_position, p.subpartition_ordinal_position
            """;

    private MySqlCatalogue() {}

    static String columns(Product product) {
        return COLUMNS.formatted(product == Product.MYSQL ? "c.srs_id" : "NULL");
    }

    static String indexes(Product product) {
        return INDEXES.formatted(
                product == Product.MYSQL
                        ? "s.expression, s.is_visible = 'NO' AS hidden"
                        : "NULL AS expression, s.ignored = 'YES' AS hidden");
    }

    static String checks(Product product) {
        return product == Product.MYSQL ? CHECKS_OF_MYSQL : CHECKS_OF_MARIADB;
    }

    /** The query for so many schemas. */
    static String bound(String query, List<String> schemas) {
        return query.formatted(schemas.stream().map(schema -> "?").collect(Collectors.joining(", ")));
    }
}
