package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands beside tables, and what depends on what, with the queries of {@link PostgresObjectCatalogue}. */
final class PostgresObjectInspector {

    /** A row of a system catalogue: the catalogue and the row's number. */
    record Address(long catalogue, long oid) {}

    private final Connection connection;
    private final String defaultSchema;
    private final Map<Address, ObjectName> names = new HashMap<>();

    PostgresObjectInspector(Connection connection, String defaultSchema) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
    }

    /** Says under which name a table or sequence is known, for the dependencies. */
    void know(long relation, ObjectName name) {
        names.put(new Address(CLASS, relation), name);
    }

    /** The number of pg_class, the same in every database. */
    private static final long CLASS = 1259;

    /** All objects of these schemas, sorted by kind and name. */
    List<SchemaObject> objects(List<String> schemas) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PostgresObjectCatalogue.OBJECTS)) {
            Array array = connection.createArrayOf("text", schemas.toArray());
            for (int i = 1; i <= PostgresObjectCatalogue.PARAMETERS; i++) {
                statement.setArray(i, array);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read(row).ifPresent(objects::add);
                }
            }
        }
        objects.sort(Comparator.comparing((SchemaObject object) -> object.name().kind())
                .thenComparing(object -> object.name().describe()));
        return objects;
    }

    private Optional<SchemaObject> read(ResultSet row) throws SQLException {
        ObjectName name = name(row);
        boolean isDefaultSchema =
                name.kind() == Kind.SCHEMA && name.name().name().equals(defaultSchema);
        names.put(new Address(row.getLong("class"), row.getLong("oid")), name);
        return isDefaultSchema
                ? Optional.empty()
                : Optional.of(
                        new SchemaObject(name, definition(row, name), Optional.ofNullable(row.getString("comment"))));
    }

    private ObjectName name(ResultSet row) throws SQLException {
        String kind = text(row, "kind");
        String name = text(row, "name");
        return switch (kind) {
            case "SCHEMA", "EXTENSION" -> ObjectName.of(Kind.valueOf(kind), name);
            case "ENUM", "COMPOSITE", "RANGE" -> ObjectName.of(Kind.TYPE, qualified(text(row, "nspname"), name));
            case "TRIGGER", "RULE", "POLICY" ->
                ObjectName.of(Kind.valueOf(kind), name, qualified(text(row, "table_schema"), text(row, "table_name")));
            default ->
                new ObjectName(
                        Kind.valueOf(kind),
                        qualified(text(row, "nspname"), name),
                        text(row, "arguments"),
                        Optional.empty());
        };
    }

    private TableName qualified(String schema, String name) {
        return schema.equals(defaultSchema) ? TableName.of(name) : TableName.of(schema, name);
    }

    private SchemaObject.Definition definition(ResultSet row, ObjectName name) throws SQLException {
        List<String> parts = parts(row);
        String sqlName = PostgresRenderer.CLAUSES.table(name.name());
        String definition = text(row, "definition");
        return switch (text(row, "kind")) {
            case "SCHEMA" -> new SchemaObject.Name(Optional.empty());
            case "EXTENSION" ->
                new SchemaObject.Name(
                        Optional.of(text(row, "nspname")).filter(schema -> !schema.equals(defaultSchema)));
            case "ENUM" -> new SchemaObject.Values(parts);
            case "VIEW", "MATERIALIZED_VIEW" -> view(name, definition, parts);
            case "DOMAIN" ->
                new SchemaObject.Statement(
                        PostgresDomains.create(sqlName, text(row, "signature"), parts), text(row, "signature"), parts);
            case "COMPOSITE" ->
                new SchemaObject.Statement(
                        "CREATE TYPE " + sqlName + " AS (" + String.join(", ", parts) + ")", "composite", parts);
            case "RANGE" -> statement("CREATE TYPE " + sqlName + " AS RANGE (" + definition + ")");
            case "AGGREGATE" -> statement("CREATE AGGREGATE " + sqlName + name.arguments() + " " + definition);
            case "POLICY" ->
                statement(
                        "CREATE POLICY " + PostgresIdentifiers.quote(name.name().name()) + " ON "
                                + PostgresRenderer.CLAUSES.table(name.table().orElseThrow()) + definition);
            case "TRIGGER" -> new SchemaObject.Statement(unqualified(definition), "", parts);
            default -> new SchemaObject.Statement(unqualified(definition).strip(), text(row, "signature"), List.of());
        };
    }

    private static SchemaObject.Definition view(ObjectName name, String query, List<String> options) {
        String sql = query.strip();
        if (options.isEmpty()) {
            return new SchemaObject.Query(sql);
        }
        return statement("CREATE " + name.kind().words() + " " + PostgresRenderer.CLAUSES.table(name.name()) + " WITH ("
                + String.join(", ", options) + ") AS\n" + sql);
    }

    private static SchemaObject.Statement statement(String sql) {
        return new SchemaObject.Statement(sql, "", List.of());
    }

    /** The server names routines and tables in full; those of the default schema shall follow the search path. */
    private String unqualified(String sql) {
        String prefix = PostgresIdentifiers.quote(defaultSchema) + ".";
        int line = sql.indexOf('\n');
        String head = line < 0 ? sql : sql.substring(0, line);
        return head.replaceAll("(?<=[ (])" + Pattern.quote(prefix), "") + (line < 0 ? "" : sql.substring(line));
    }

    /** Everything that is known and needs something that is known. */
    Set<Dependency> dependencies() throws SQLException {
        Set<Dependency> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PostgresObjectCatalogue.DEPENDENCIES)) {
            while (row.next()) {
                @Nullable ObjectName dependent = names.get(new Address(row.getLong("class"), row.getLong("oid")));
                @Nullable
                ObjectName needed = names.get(new Address(row.getLong("needed_class"), row.getLong("needed_oid")));
                if (dependent != null && needed != null && !dependent.equals(needed)) {
                    found.add(new Dependency(dependent, needed, Optional.ofNullable(row.getString("attname"))));
                }
            }
        }
        return found;
    }

    private static List<String> parts(ResultSet row) throws SQLException {
        Array array = row.getArray("parts");
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object element : (@Nullable Object[]) array.getArray()) {
                texts.add(String.valueOf(element));
            }
        }
        return texts;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
