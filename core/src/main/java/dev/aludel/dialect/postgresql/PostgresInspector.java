package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables and sequences from the system catalogues with the queries of {@link PostgresCatalogue}. */
final class PostgresInspector {

    /** Reads one row into a value that belongs to the table in the row's first column. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final String defaultSchema;
    private final List<String> schemas;
    private final PostgresObjectInspector objects;

    /** Many columns, few types. */
    private final Map<String, Type> types = new HashMap<>();

    private PostgresInspector(Connection connection, String defaultSchema, List<String> schemas) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
        this.schemas = schemas;
        this.objects = new PostgresObjectInspector(connection, defaultSchema);
    }

    static Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        // No current schema: the search path names none that exists. Then nothing is in it.
        String current = findText(connection, PostgresCatalogue.CURRENT_SCHEMA).orElse("");
        List<String> schemas = options.schemas().isEmpty() ? List.of(current) : options.schemas();
        Schema all = new PostgresInspector(connection, current, schemas).read();
        return all.withTables(all.tables().stream()
                        .filter(table -> !options.excluded().contains(table.name()))
                        .toList())
                .withSequences(all.sequences().stream()
                        .filter(sequence -> !options.excluded().contains(sequence.name()))
                        .toList());
    }

    /** The session's temporary tables, named as if the temporary schema were the default one. */
    static List<Table> temporaryTables(Connection connection) throws SQLException {
        Optional<String> schema = findText(connection, PostgresCatalogue.TEMPORARY_SCHEMA);
        return schema.isEmpty()
                ? List.of()
                : new PostgresInspector(connection, schema.get(), List.of(schema.get())).tables();
    }

    private Schema read() throws SQLException {
        List<Table> tables = tables();
        List<Sequence> sequences = sequences();
        List<SchemaObject> found = objects.objects(schemas);
        return new Schema(tables, sequences, found, objects.dependencies());
    }

    private List<Table> tables() throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        Map<Long, List<Table>> headers = byTable(PostgresCatalogue.TABLES, this::table);
        Map<Long, List<Column>> columns = byTable(PostgresCatalogue.COLUMNS, this::column);
        Map<Long, List<Constraint>> constraints = byTable(PostgresCatalogue.constraints(version), this::constraint);
        Map<Long, List<Index>> indexes = byTable(PostgresCatalogue.indexes(version), PostgresInspector::index);
        List<Table> tables = new ArrayList<>();
        headers.forEach((oid, header) -> tables.add(header.get(0)
                .withColumns(columns.getOrDefault(oid, List.of()))
                .withConstraints(constraints.getOrDefault(oid, List.of()))
                .withIndexes(indexes.getOrDefault(oid, List.of()))));
        tables.sort(Comparator.comparing(Table::name));
        return tables;
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        try (PreparedStatement statement = prepare(PostgresCatalogue.SEQUENCES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sequences.add(sequence(row));
            }
        }
        sequences.sort(Comparator.comparing(Sequence::name));
        return sequences;
    }

    private Sequence sequence(ResultSet row) throws SQLException {
        TableName name = name(text(row, "nspname"), text(row, "relname"));
        objects.know(row.getLong("oid"), ObjectName.of(ObjectName.Kind.SEQUENCE, name));
        return new Sequence(
                name,
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                number(row, "minimum"),
                number(row, "maximum"),
                number(row, "cache"),
                row.getBoolean("seqcycle"),
                optional(row, "type"),
                owner(row));
    }

    private Optional<String> owner(ResultSet row) throws SQLException {
        Optional<String> table = optional(row, "owner_table");
        return table.isEmpty()
                ? Optional.empty()
                : Optional.of(name(text(row, "owner_schema"), table.get()) + "." + text(row, "owner_column"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private <T> Map<Long, List<T>> byTable(String sql, RowReader<T> reader) throws SQLException {
        Map<Long, List<T>> found = new HashMap<>();
        try (PreparedStatement statement = prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(row.getLong("oid"), oid -> new ArrayList<>())
                        .add(reader.read(row));
            }
        }
        return found;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
        return statement;
    }

    private static Optional<String> findText(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? optional(row, 1) : Optional.empty();
        }
    }

    private Table table(ResultSet row) throws SQLException {
        TableName name = name(text(row, "nspname"), text(row, "relname"));
        objects.know(row.getLong("oid"), ObjectName.of(ObjectName.Kind.TABLE, name));
        return Table.of(name, List.of())
                .withComment(optional(row, "comment"))
                .withOptions(options(required(row, "option_names"), required(row, "option_values")));
    }

    /** Names of a table's options may hold whatever a column's name holds. */
    private static Map<String, String> options(List<String> names, List<String> values) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            options.put(names.get(i), values.get(i));
        }
        return options;
    }

    /** Options that are said as {@code name=value}. */
    private static Map<String, String> options(List<String> texts) {
        Map<String, String> options = new HashMap<>();
        for (String text : texts) {
            int end = text.indexOf('=');
            options.put(text.substring(0, end), text.substring(end + 1));
        }
        return options;
    }

    private TableName name(String schema, String name) {
        return schema.equals(defaultSchema) ? TableName.of(name) : TableName.of(schema, name);
    }

    private Column column(ResultSet row) throws SQLException {
        String generated = text(row, "attgenerated");
        Optional<String> expression = optional(row, "expression");
        return new Column(
                text(row, "attname"),
                types.computeIfAbsent(text(row, "type"), PostgresTypes::parse),
                !row.getBoolean("attnotnull"),
                generated.isEmpty() ? expression.map(DefaultValue::new) : Optional.empty(),
                identity(row),
                generated.isEmpty()
                        ? Optional.empty()
                        : expression.map(sql -> new Generated(unwrapped(sql), generated.equals("s"))),
                optional(row, "collname"),
                optional(row, "comment"),
                options(required(row, "options")));
    }

    private static Optional<Identity> identity(ResultSet row) throws SQLException {
        String kind = text(row, "attidentity");
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(
                        kind.equals("a"),
                        otherThanOne(row.getLong("seqstart")),
                        otherThanOne(row.getLong("seqincrement"))));
    }

    private static OptionalLong otherThanOne(long number) {
        return number == 1 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        Optional<String> name = optional(row, "conname");
        List<String> columns = required(row, "columns");
        return switch (text(row, "contype")) {
            case "p" ->
                new Constraint.PrimaryKey(name, columns, deferral(row), Set.copyOf(required(row, "qualifiers")));
            case "u" ->
                new Constraint.Unique(
                        name,
                        columns,
                        row.getBoolean("nulls_not_distinct"),
                        deferral(row),
                        Set.copyOf(required(row, "qualifiers")));
            case "f" ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        name(text(row, "referenced_schema"), text(row, "referenced_table")),
                        required(row, "referenced_columns"),
                        action(text(row, "confdeltype")),
                        action(text(row, "confupdtype")),
                        text(row, "confmatchtype").equals("f") ? Constraint.Match.FULL : Constraint.Match.SIMPLE,
                        deferral(row),
                        Set.copyOf(required(row, "qualifiers")));
            case "x" ->
                new Constraint.Exclusion(
                        name,
                        required(row, "elements"),
                        optional(row, "amname"),
                        optional(row, "predicate").map(PostgresInspector::unwrapped),
                        deferral(row));
            default ->
                new Constraint.Check(name, unwrapped(text(row, "expression")), Set.copyOf(required(row, "qualifiers")));
        };
    }

    private static Constraint.Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Constraint.Deferral.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred")
                ? Constraint.Deferral.INITIALLY_DEFERRED
                : Constraint.Deferral.INITIALLY_IMMEDIATE;
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

    private static Index index(ResultSet row) throws SQLException {
        @Nullable Object[] columns = array(row, "columns");
        @Nullable Object[] elements = array(row, "elements");
        @Nullable Object[] classes = array(row, "classes");
        String[] options = text(row, "options").split(" ", -1);
        List<Index.Part> parts = new ArrayList<>();
        for (int place = 0; place < columns.length; place++) {
            int option = Integer.parseInt(options[place]);
            parts.add(part(columns[place], String.valueOf(elements[place]), classes[place], option));
        }
        Optional<String> method = optional(row, "amname").filter(name -> !name.equals("btree"));
        return new Index(
                optional(row, "relname"),
                parts,
                row.getBoolean("indisunique"),
                method,
                optional(row, "predicate").map(PostgresInspector::unwrapped),
                required(row, "included"),
                row.getBoolean("nulls_not_distinct"),
                options(required(row, "reloptions")));
    }

    /** Bit 1 of an option: descending; bit 2: nulls first, the default only of a descending column. */
    private static Index.Part part(
            @Nullable Object column, String element, @Nullable Object operatorClass, int option) {
        boolean descending = (option & 1) != 0;
        boolean nullsFirst = (option & 2) != 0;
        Optional<Index.Nulls> nulls = nullsFirst == descending
                ? Optional.empty()
                : Optional.of(nullsFirst ? Index.Nulls.FIRST : Index.Nulls.LAST);
        if (operatorClass != null) {
            return new Index.Part(element + " " + operatorClass, true, descending, nulls);
        }
        return column != null
                ? new Index.Part(column.toString(), false, descending, nulls)
                : new Index.Part(unwrapped(element), true, descending, nulls);
    }

    /** The expression without the parentheses that the server puts around the whole. */
    private static String unwrapped(String sql) {
        return OuterParentheses.strip(sql);
    }

    private static List<String> required(ResultSet row, String column) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object element : array(row, column)) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    private static @Nullable Object[] array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new @Nullable Object[0] : (@Nullable Object[]) array.getArray();
    }

    /** A column that the catalogue never leaves null. */
    private static String text(ResultSet row, String column) throws SQLException {
        return optional(row, column).orElse("");
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<String> optional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
