package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.UnmanagedObject;
import dev.aludel.schema.Dependency;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the texts that SQLite keeps of all that was created, with one query a schema. Virtual tables are modules of their
 * own that no table definition describes: they, the tables behind them and those of the database itself are left out.
 *
 * @see <a href="https://sqlite.org/schematab.html">The schema table</a>
 */
final class SqliteInspector {
    private static final String QUERY = """
            SELECT s.type, s.name, s.tbl_name, s.sql FROM %1$s.sqlite_schema s
            WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND s.tbl_name NOT IN (
                SELECT l.name FROM pragma_table_list l WHERE l.schema = ? AND l.type IN ('virtual', 'shadow'))
            ORDER BY s.name, s.type
            """;

    private static final String VIRTUAL = """
            SELECT s.name, s.sql FROM %1$s.sqlite_schema s
            WHERE s.name IN (SELECT l.name FROM pragma_table_list l WHERE l.schema = ? AND l.type = 'virtual') ORDER BY s.name
            """;

    private final InspectOptions options;
    private final Optional<String> schema;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, List<Index>> indexes = new HashMap<>();
    private final ObjectReader objects;

    private SqliteInspector(InspectOptions options, Optional<String> schema) {
        this.options = options;
        this.schema = schema;
        this.objects = new ObjectReader(this::name);
    }

    static Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        if (options.schemas().isEmpty()) {
            return new SqliteInspector(options, Optional.empty()).read(connection);
        }
        Schema all = Schema.empty();
        for (String schema : options.schemas()) {
            all = joined(all, new SqliteInspector(options, Optional.of(schema)).read(connection));
        }
        return all;
    }

    static List<UnmanagedObject> virtualTables(Connection connection, InspectOptions options) throws SQLException {
        List<UnmanagedObject> found = new ArrayList<>();
        for (String schema : options.schemas().isEmpty() ? List.of("main") : options.schemas()) {
            try (PreparedStatement statement =
                    connection.prepareStatement(VIRTUAL.formatted(SqliteIdentifiers.quoted(schema)))) {
                statement.setString(1, schema);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(new UnmanagedObject("virtual table " + row.getString(1), row.getString(2)));
                    }
                }
            }
        }
        return found;
    }

    private static Schema joined(Schema one, Schema other) {
        List<Table> tables = new ArrayList<>(one.tables());
        tables.addAll(other.tables());
        tables.sort(Comparator.comparing(Table::name));
        List<SchemaObject> objects = new ArrayList<>(one.objects());
        objects.addAll(other.objects());
        Set<Dependency> dependencies = new HashSet<>(one.dependencies());
        dependencies.addAll(other.dependencies());
        return new Schema(tables, List.of(), objects, dependencies);
    }

    private Schema read(Connection connection) throws SQLException {
        String main = schema.orElse("main");
        try (PreparedStatement statement =
                connection.prepareStatement(QUERY.formatted(SqliteIdentifiers.quoted(main)))) {
            statement.setString(1, main);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    add(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                }
            }
        }
        List<Table> found = tables.values().stream()
                .map(table -> table.withIndexes(
                        indexes.getOrDefault(table.name().name().toLowerCase(Locale.ROOT), List.of())))
                .sorted(Comparator.comparing(Table::name))
                .toList();
        List<Table> spelled = ReferenceSpelling.of(found).tables();
        return new Schema(spelled, List.of(), objects.objects(), objects.dependencies(spelled));
    }

    private TableName name(String name) {
        return new TableName(schema, name);
    }

    private void add(String type, String name, String table, String sql) {
        TableName owner = name(table);
        if (options.excluded().contains(owner)) {
            return;
        }
        switch (type) {
            case "table" -> tables.put(table, TableReader.read(owner, sql));
            case "index" ->
                indexes.computeIfAbsent(table.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                        .add(IndexReader.read(name, sql));
            case "view" -> objects.addView(name, sql);
            case "trigger" -> objects.addTrigger(name, table, sql);
            default -> throw new IllegalStateException("sqlite_schema has a " + type);
        }
    }
}
