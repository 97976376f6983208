package dev.aludel.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how a table is cut into partitions, in the words that cut it. */
final class MySqlPartitions {
    private MySqlPartitions() {}

    /** One partition, or one subpartition of one. */
    record Row(
            String name,
            Optional<String> subpartition,
            String method,
            Optional<String> submethod,
            String expression,
            String subexpression,
            Optional<String> description,
            String comment) {}

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("partition_name"),
                Optional.ofNullable(row.getString("subpartition_name")),
                row.getString("partition_method"),
                Optional.ofNullable(row.getString("subpartition_method")),
                Objects.requireNonNullElse(row.getString("partition_expression"), ""),
                Objects.requireNonNullElse(row.getString("subpartition_expression"), ""),
                Optional.ofNullable(row.getString("partition_description")),
                Objects.requireNonNullElse(row.getString("partition_comment"), ""));
    }

    /** What stands behind {@code PARTITION BY}; empty for a table in one piece. */
    static Optional<String> describe(List<Row> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row first = rows.get(0);
        Map<String, Row> partitions = new LinkedHashMap<>();
        rows.forEach(row -> partitions.putIfAbsent(row.name(), row));
        String method = first.method() + " (" + first.expression() + ")";
        String subpartitions = first.submethod()
                .map(kind -> " SUBPARTITION BY " + kind + " (" + first.subexpression() + ") SUBPARTITIONS "
                        + rows.size() / partitions.size())
                .orElse("");
        return Optional.of(method + subpartitions + list(List.copyOf(partitions.values())));
    }

    private static String list(List<Row> partitions) {
        if (partitions.get(0).description().isEmpty()) {
            return partitions.size() == 1 ? "" : " PARTITIONS " + partitions.size();
        }
        boolean range = partitions.get(0).method().startsWith("RANGE");
        return partitions.stream()
                .map(row -> "PARTITION " + MySqlIdentifiers.quote(row.name()) + " VALUES "
                        + values(row.description().orElse(""), range) + comment(row.comment()))
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
    }

    private static String values(String description, boolean range) {
        if (!range) {
            return description.equals("DEFAULT") ? "DEFAULT" : "IN (" + description + ")";
        }
        return "LESS THAN " + (description.equals("MAXVALUE") ? description : "(" + description + ")");
    }

    private static String comment(String text) {
        return text.isEmpty() ? "" : " COMMENT = " + MySqlIdentifiers.literal(text);
    }
}
