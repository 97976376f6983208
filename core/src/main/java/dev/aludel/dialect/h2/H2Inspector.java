package dev.aludel.dialect.h2;

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
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads tables and sequences from the information schema with the queries of {@link H2Catalogue}. */
final class H2Inspector {

    /** Takes in one row of a query. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** One part of a table, as a row of the catalogue has it. */
    private interface PartReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final H2Names names;
    private final H2Expressions expressions;
    private final String defaultSchema;
    private final List<String> schemas;
    private final H2TypeReader types;
    private final H2NullOrdering nullOrdering;
    private final boolean tellsRestrict;
    private final H2Keys keys;

    private H2Inspector(Connection connection, H2Names names, String defaultSchema, List<String> schemas)
            throws SQLException {
        this.connection = connection;
        this.names = names;
        this.expressions = new H2Expressions(names);
        this.defaultSchema = defaultSchema;
        this.schemas = schemas;
        this.types = new H2TypeReader(names::of);
        this.keys = new H2Keys(names);
        this.nullOrdering = H2NullOrdering.of(connection);
        DatabaseMetaData product = connection.getMetaData();
        this.tellsRestrict = product.getDatabaseMajorVersion() > 2 || product.getDatabaseMinorVersion() >= 4;
    }

    static Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        H2Names names = H2Names.of(connection);
        String current = texts(connection, H2Catalogue.CURRENT_SCHEMA).get(0);
        List<String> schemas = options.schemas().isEmpty()
                ? List.of(current)
                : texts(connection, H2Catalogue.SCHEMAS).stream()
                        .filter(stored -> options.schemas().contains(stored)
                                || options.schemas().contains(names.of(stored)))
                        .toList();
        Set<String> excluded =
                options.excluded().stream().map(H2Inspector::comparable).collect(Collectors.toSet());
        Schema found = new H2Inspector(connection, names, current, schemas).read();
        return found.withTables(found.tables().stream()
                        .filter(table -> !excluded.contains(comparable(table.name())))
                        .toList())
                .withSequences(found.sequences().stream()
                        .filter(sequence -> !excluded.contains(comparable(sequence.name())))
                        .toList());
    }

    private Schema read() throws SQLException {
        List<Table> tables = tables("BASE TABLE");
        List<Sequence> sequences = sequences();
        H2ObjectInspector objects = new H2ObjectInspector(names, this::name, types);
        query(H2ObjectCatalogue.SCHEMAS, true, row -> {
            if (!row.getString("SCHEMA_NAME").equals(defaultSchema)) {
                objects.addSchema(row);
            }
        });
        query(H2ObjectCatalogue.DOMAIN_CHECKS, true, objects::addDomainCheck);
        query(H2ObjectCatalogue.DOMAINS, true, objects::addDomain);
        query(H2ObjectCatalogue.VIEWS, true, objects::addView);
        query(H2ObjectCatalogue.ROUTINES, true, objects::addRoutine);
        query(H2ObjectCatalogue.TRIGGERS, true, objects::addTrigger);
        return new Schema(tables, sequences, objects.objects(), objects.dependencies(tables, sequences));
    }

    /** The session's own temporary tables. */
    static List<Table> temporaryTables(Connection connection) throws SQLException {
        String current = texts(connection, H2Catalogue.CURRENT_SCHEMA).get(0);
        return new H2Inspector(connection, H2Names.of(connection), current, List.of(current)).tables("LOCAL TEMPORARY");
    }

    /** Other tools create their tables in quotes or without, and mean the same. */
    private static String comparable(TableName name) {
        return name.toString().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private List<Table> tables(String type) throws SQLException {
        readTypes();
        query(H2Catalogue.KEY_COLUMNS, false, keys::addColumn);
        query(H2Catalogue.INDEX_COLUMNS, false, keys::addIndexColumn);
        Map<TableName, Table> found = new TreeMap<>();
        query(H2Catalogue.TABLES, true, row -> {
            if (row.getString("TABLE_TYPE").equals(type)) {
                TableName name = table(row);
                found.put(name, Table.of(name, List.of()).withComment(optional(row, "REMARKS")));
            }
        });
        Map<TableName, List<Column>> columns = byTable(H2Catalogue.COLUMNS, this::column);
        Map<TableName, List<Constraint>> constraints = byTable(H2Catalogue.CONSTRAINTS, this::constraint);
        Map<TableName, List<Index>> indexes = indexes();
        return found.values().stream()
                .map(table -> table.withColumns(columns.getOrDefault(table.name(), List.of()))
                        .withConstraints(constraints.getOrDefault(table.name(), List.of()))
                        .withIndexes(indexes.getOrDefault(table.name(), List.of())))
                .toList();
    }

    private void readTypes() throws SQLException {
        query(H2Catalogue.ELEMENTS, true, types::addElement);
        query(H2Catalogue.ENUM_VALUES, true, types::addEnumValue);
        query(H2Catalogue.FIELDS, true, types::addField);
    }

    private <T> Map<TableName, List<T>> byTable(String sql, PartReader<T> reader) throws SQLException {
        Map<TableName, List<T>> found = new HashMap<>();
        query(
                sql,
                true,
                row -> found.computeIfAbsent(table(row), none -> new ArrayList<>())
                        .add(reader.read(row)));
        return found;
    }

    private void query(String sql, boolean ofSchemas, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (ofSchemas) {
                statement.setArray(1, connection.createArrayOf("VARCHAR", schemas.toArray()));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private TableName table(ResultSet row) throws SQLException {
        return name(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME"));
    }

    private TableName name(String schema, String name) {
        return schema.equals(defaultSchema)
                ? TableName.of(names.of(name))
                : TableName.of(names.of(schema), names.of(name));
    }

    private Column column(ResultSet row) throws SQLException {
        Map<String, String> options = new TreeMap<>();
        if (row.getBoolean("DEFAULT_ON_NULL")) {
            options.put("DEFAULT ON NULL", "");
        }
        if (!row.getBoolean("IS_VISIBLE")) {
            options.put("INVISIBLE", "");
        }
        optional(row, "COLUMN_ON_UPDATE").ifPresent(sql -> options.put("ON UPDATE", expressions.canonical(sql)));
        return new Column(
                names.of(row.getString("COLUMN_NAME")),
                type(row),
                row.getString("IS_NULLABLE").equals("YES"),
                optional(row, "COLUMN_DEFAULT").map(expressions::canonical).map(DefaultValue::new),
                identity(row),
                optional(row, "GENERATION_EXPRESSION").map(sql -> new Generated(expressions.canonical(sql), true)),
                Optional.empty(),
                optional(row, "REMARKS"),
                options);
    }

    private Type type(ResultSet row) throws SQLException {
        String domain = row.getString("DOMAIN_NAME");
        if (domain != null) {
            TableName name = name(row.getString("DOMAIN_SCHEMA"), domain);
            return new Type.Native(H2Renderer.CLAUSES.table(name));
        }
        return types.type(row, H2TypeReader.owner(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME"), "TABLE"));
    }

    private static Optional<Identity> identity(ResultSet row) throws SQLException {
        return row.getString("IS_IDENTITY").equals("YES")
                ? Optional.of(new Identity(
                        row.getString("IDENTITY_GENERATION").equals("ALWAYS"),
                        otherThanOne(row.getLong("IDENTITY_START")),
                        otherThanOne(row.getLong("IDENTITY_INCREMENT"))))
                : Optional.empty();
    }

    private static OptionalLong otherThanOne(long number) {
        return number == 1 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        Optional<String> name = Optional.of(names.of(row.getString("CONSTRAINT_NAME")));
        List<String> columns = keys.columns(row);
        return switch (row.getString("CONSTRAINT_TYPE")) {
            case "PRIMARY KEY" -> new Constraint.PrimaryKey(name, columns);
            case "UNIQUE" -> new Constraint.Unique(name, columns, "NO".equals(row.getString("NULLS_DISTINCT")));
            case "FOREIGN KEY" ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        name(row.getString("REFERENCED_SCHEMA"), row.getString("REFERENCED_TABLE")),
                        keys.referenced(row),
                        action(row.getString("DELETE_RULE")),
                        action(row.getString("UPDATE_RULE")));
            default -> new Constraint.Check(name, expressions.canonical(row.getString("CHECK_CLAUSE")));
        };
    }

    /** Before 2.4, H2 calls both by the name of the one; they do the same. */
    private Constraint.Action action(String rule) {
        boolean unsaid = rule.equals("RESTRICT") && !tellsRestrict;
        return unsaid ? Constraint.Action.NO_ACTION : Constraint.Action.valueOf(rule.replace(' ', '_'));
    }

    private Map<TableName, List<Index>> indexes() throws SQLException {
        Map<TableName, Map<String, Index>> found = new HashMap<>();
        query(
                H2Catalogue.INDEXES,
                true,
                row -> found.computeIfAbsent(table(row), none -> new LinkedHashMap<>())
                        .merge(row.getString("INDEX_NAME"), index(row), H2Inspector::joined));
        Map<TableName, List<Index>> indexes = new HashMap<>();
        found.forEach((table, byName) -> indexes.put(table, List.copyOf(byName.values())));
        return indexes;
    }

    private static Index joined(Index index, Index further) {
        List<Index.Part> parts = new ArrayList<>(index.parts());
        parts.addAll(further.parts());
        List<String> include = new ArrayList<>(index.include());
        include.addAll(further.include());
        return index.withParts(parts).withInclude(include);
    }

    private Index index(ResultSet row) throws SQLException {
        String kind = row.getString("INDEX_TYPE_NAME");
        String distinct = String.valueOf(row.getString("NULLS_DISTINCT"));
        Map<String, String> options = new TreeMap<>();
        optional(row, "REMARKS").ifPresent(text -> options.put("COMMENT", text));
        if (distinct.equals("ALL")) {
            options.put("NULLS ALL DISTINCT", "");
        }
        boolean descending = row.getString("ORDERING_SPECIFICATION").equals("DESC");
        Optional<Index.Nulls> nulls = optional(row, "NULL_ORDERING").map(Index.Nulls::valueOf);
        String column = names.of(row.getString("COLUMN_NAME"));
        boolean unique = kind.contains("UNIQUE");
        boolean included = unique && !row.getBoolean("IS_UNIQUE");
        return new Index(
                Optional.of(names.of(row.getString("INDEX_NAME"))),
                included
                        ? List.of()
                        : List.of(nullOrdering.withoutUsual(new Index.Part(column, false, descending, nulls))),
                unique,
                kind.contains("HASH")
                        ? Optional.of("hash")
                        : kind.contains("SPATIAL") ? Optional.of("spatial") : Optional.empty(),
                Optional.empty(),
                included ? List.of(column) : List.of(),
                distinct.equals("NO"),
                options);
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        query(
                H2Catalogue.SEQUENCES,
                true,
                row -> sequences.add(
                        H2Sequences.read(row, name(row.getString("SEQUENCE_SCHEMA"), row.getString("SEQUENCE_NAME")))));
        sequences.sort(Comparator.comparing(Sequence::name));
        return sequences;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
