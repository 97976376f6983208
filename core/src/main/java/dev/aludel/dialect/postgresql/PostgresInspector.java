package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue with one query each for columns, constraints, indexes and sequences, whatever their number. */
final class PostgresInspector {
    private final PostgresDialect dialect;
    private final Connection connection;
    private final InspectOptions options;
    private final Map<TableName, Parts> tables = new TreeMap<>();
    private String currentSchema = "";

    /** What is known of a table so far. */
    private static final class Parts {
        private final List<Column> columns = new ArrayList<>();
        private final List<Constraint> constraints = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private Optional<String> comment = Optional.empty();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    PostgresInspector(PostgresDialect dialect, Connection connection, InspectOptions options) {
        this.dialect = dialect;
        this.connection = connection;
        this.options = options;
    }

    Schema inspect() throws SQLException {
        currentSchema = Optional.ofNullable(connection.getSchema()).orElse("public");
        query(PostgresCatalogue.COLUMNS, this::readColumn);
        query(PostgresCatalogue.CONSTRAINTS, this::readConstraint);
        query(PostgresCatalogue.INDEXES, this::readIndex);
        List<Sequence> sequences = new ArrayList<>();
        query(PostgresCatalogue.SEQUENCES, row -> readSequence(row, sequences));
        List<Table> found = new ArrayList<>();
        tables.forEach((name, parts) ->
                found.add(new Table(name, parts.columns, parts.constraints, parts.indexes, parts.comment)));
        sequences.sort(Comparator.comparing(Sequence::name));
        return new Schema(found, sequences);
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<String> schemas = options.schemas().isEmpty() ? List.of(currentSchema) : options.schemas();
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private void readColumn(ResultSet row) throws SQLException {
        TableName name = name(row);
        if (options.excluded().contains(name)) {
            return;
        }
        Parts table = tables.computeIfAbsent(name, missing -> new Parts());
        table.comment = Optional.ofNullable(row.getString("table_comment"));
        if (row.getString("column_name") != null) {
            table.columns.add(column(row));
        }
    }

    private Column column(ResultSet row) throws SQLException {
        String generated = row.getString("generated");
        Optional<String> expression = Optional.ofNullable(row.getString("default_value"));
        return new Column(
                row.getString("column_name"),
                dialect.parseType(row.getString("type")),
                !row.getBoolean("not_null"),
                generated.isEmpty() ? expression.map(DefaultValue::new) : Optional.empty(),
                identity(row),
                generated.isEmpty()
                        ? Optional.empty()
                        : expression.map(sql -> new Generated(sql, generated.equals("s"))),
                Optional.ofNullable(row.getString("collation")),
                Optional.ofNullable(row.getString("comment")));
    }

    private static Optional<Identity> identity(ResultSet row) throws SQLException {
        String kind = row.getString("identity");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                kind.equals("a"),
                unlessOne(row.getLong("identity_start")),
                unlessOne(row.getLong("identity_increment"))));
    }

    private static OptionalLong unlessOne(long value) {
        return value == 1 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private void readConstraint(ResultSet row) throws SQLException {
        Parts table = tables.get(name(row));
        if (table == null) {
            return;
        }
        Optional<String> constraint = Optional.of(row.getString("constraint_name"));
        List<String> columns = strings(row.getArray("columns"));
        switch (row.getString("kind")) {
            case "p" -> table.constraints.add(new Constraint.PrimaryKey(constraint, columns));
            case "u" ->
                table.constraints.add(new Constraint.Unique(constraint, columns, row.getBoolean("nulls_not_distinct")));
            case "f" ->
                table.constraints.add(new Constraint.ForeignKey(
                        constraint,
                        columns,
                        name(row.getString("referenced_schema"), row.getString("referenced_table")),
                        strings(row.getArray("referenced_columns")),
                        action(row.getString("on_delete")),
                        action(row.getString("on_update"))));
            default ->
                table.constraints.add(new Constraint.Check(constraint, checkExpression(row.getString("definition"))));
        }
    }

    /** {@code CHECK ((rank >= 1)) NO INHERIT} without what is not the condition. */
    private static String checkExpression(String definition) {
        int end = definition.lastIndexOf(')');
        return PostgresExpressions.withoutParentheses(definition.substring("CHECK (".length(), end));
    }

    private static Constraint.Action action(String code) {
        return switch (code) {
            case "r" -> Constraint.Action.RESTRICT;
            case "c" -> Constraint.Action.CASCADE;
            case "n" -> Constraint.Action.SET_NULL;
            case "d" -> Constraint.Action.SET_DEFAULT;
            default -> Constraint.Action.NO_ACTION;
        };
    }

    private void readIndex(ResultSet row) throws SQLException {
        Parts table = tables.get(name(row));
        if (table == null) {
            return;
        }
        List<String> columns = strings(row.getArray("columns"));
        List<String> expressions = strings(row.getArray("expressions"));
        List<Index.Part> parts = new ArrayList<>();
        String[] flags = row.getString("flags").split(" ", -1);
        for (int i = 0; i < columns.size(); i++) {
            parts.add(part(columns.get(i), expressions.get(i), Integer.parseInt(flags[i])));
        }
        String method = row.getString("method");
        table.indexes.add(new Index(
                Optional.of(row.getString("index_name")),
                parts,
                row.getBoolean("is_unique"),
                method.equals("btree") ? Optional.empty() : Optional.of(method),
                Optional.ofNullable(row.getString("predicate")).map(PostgresExpressions::withoutParentheses)));
    }

    /** Bit 1: descending; bit 2: nulls first, which is the default of descending (catalogue pg_index.indoption). */
    private static Index.Part part(@Nullable String column, String expression, int flags) {
        boolean descending = (flags & 1) != 0;
        boolean nullsFirst = (flags & 2) != 0;
        Optional<Index.Nulls> nulls = nullsFirst == descending
                ? Optional.empty()
                : Optional.of(nullsFirst ? Index.Nulls.FIRST : Index.Nulls.LAST);
        return column == null
                ? new Index.Part(PostgresExpressions.withoutParentheses(expression), true, descending, nulls)
                : new Index.Part(column, false, descending, nulls);
    }

    private void readSequence(ResultSet row, List<Sequence> sequences) throws SQLException {
        TableName name = name(row);
        if (!options.excluded().contains(name)) {
            sequences.add(new Sequence(name, row.getLong("start"), row.getLong("increment")));
        }
    }

    private TableName name(ResultSet row) throws SQLException {
        return name(row.getString("schema_name"), row.getString("relation_name"));
    }

    private TableName name(String schema, String relation) {
        return schema.equals(currentSchema) ? TableName.of(relation) : TableName.of(schema, relation);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        List<String> values = new ArrayList<>();
        if (array != null) {
            for (Object value : (Object[]) array.getArray()) {
                values.add((String) value);
            }
        }
        return values;
    }
}
