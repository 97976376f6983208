package dev.aludel.dialect.mysql;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Makes keys and indexes of what the catalogue says of their parts. A unique index over plain columns is a constraint. */
final class MySqlIndexReader {
    private MySqlIndexReader() {}

    /** One part, in the index's order. */
    record Row(
            String index,
            boolean unique,
            Optional<String> column,
            boolean descending,
            Optional<String> prefix,
            String method,
            String comment,
            Optional<String> expression,
            boolean hidden) {}

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("index_name"),
                row.getInt("non_unique") == 0,
                Optional.ofNullable(row.getString("column_name")),
                "D".equals(row.getString("collation")),
                Optional.ofNullable(row.getString("sub_part")),
                row.getString("index_type"),
                Objects.requireNonNullElse(row.getString("index_comment"), ""),
                Optional.ofNullable(row.getString("expression")),
                row.getBoolean("hidden"));
    }

    /** Primary and unique keys. */
    static List<Constraint> keys(List<Row> rows) {
        List<Constraint> keys = new ArrayList<>();
        byIndex(rows).forEach((name, parts) -> {
            if (name.equals(MySqlConstraints.PRIMARY)) {
                keys.add(new Constraint.PrimaryKey(Optional.of(name), columns(parts)));
            } else if (isConstraint(parts)) {
                keys.add(new Constraint.Unique(Optional.of(name), columns(parts), false));
            }
        });
        return keys;
    }

    static List<Index> indexes(List<Row> rows, Product product) {
        List<Index> indexes = new ArrayList<>();
        byIndex(rows).forEach((name, parts) -> {
            boolean own = name.equals(Numbering.STAND_IN);
            if (!own && !name.equals(MySqlConstraints.PRIMARY) && !isConstraint(parts)) {
                indexes.add(index(name, parts, product));
            }
        });
        return indexes;
    }

    private static Map<String, List<Row>> byIndex(List<Row> rows) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        rows.forEach(row ->
                byName.computeIfAbsent(row.index(), name -> new ArrayList<>()).add(row));
        return byName;
    }

    private static boolean isConstraint(List<Row> parts) {
        return parts.stream()
                .allMatch(part -> part.unique()
                        && part.column().isPresent()
                        && part.prefix().isEmpty()
                        && !part.descending()
                        && !part.hidden()
                        && part.comment().isEmpty()
                        && part.method().equals("BTREE"));
    }

    private static List<String> columns(List<Row> parts) {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    private static Index index(String name, List<Row> parts, Product product) {
        Row first = parts.get(0);
        Map<String, String> options = new TreeMap<>();
        if (!first.comment().isEmpty()) {
            options.put("COMMENT", MySqlIdentifiers.literal(first.comment()));
        }
        if (first.hidden()) {
            options.put(product == Product.MYSQL ? "INVISIBLE" : "IGNORED", "");
        }
        Optional<String> method = Optional.of(first.method()).filter(kind -> !kind.equals("BTREE"));
        boolean whole = method.filter(kind -> kind.equals("FULLTEXT") || kind.equals("SPATIAL"))
                .isPresent();
        return new Index(
                Optional.of(name),
                parts.stream().map(part -> part(part, whole, product)).toList(),
                first.unique(),
                method,
                Optional.empty(),
                List.of(),
                false,
                options);
    }

    private static Index.Part part(Row row, boolean whole, Product product) {
        Optional<String> prefix = row.prefix().filter(length -> !whole);
        String text = row.column()
                .map(column -> prefix.map(length -> MySqlIdentifiers.quote(column) + "(" + length + ")")
                        .orElse(column))
                .orElseGet(() -> MySqlColumnReader.unescaped(row.expression().orElse(""), product));
        boolean expression = row.column().isEmpty() || prefix.isPresent();
        return new Index.Part(text, expression, row.descending(), Optional.empty());
    }
}
