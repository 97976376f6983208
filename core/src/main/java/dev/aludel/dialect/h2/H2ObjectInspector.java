package dev.aludel.dialect.h2;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.Column;
import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes objects of the rows of {@link H2ObjectCatalogue}, and finds what depends on what, which H2 does not say. */
final class H2ObjectInspector {
    private final H2Names names;
    private final BiFunction<String, String, TableName> qualified;
    private final H2Expressions expressions;
    private final H2TypeReader types;
    private final Map<TableName, List<String>> checks = new HashMap<>();
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Map<ObjectName, String> texts = new LinkedHashMap<>();

    /** @param qualified names what is in a schema, from the stored names of both */
    H2ObjectInspector(H2Names names, BiFunction<String, String, TableName> qualified, H2TypeReader types) {
        this.names = names;
        this.qualified = qualified;
        this.expressions = new H2Expressions(names);
        this.types = types;
    }

    /** All objects, sorted by kind and name. */
    List<SchemaObject> objects() {
        return objects.stream()
                .sorted(Comparator.comparing(
                                (SchemaObject object) -> object.name().kind())
                        .thenComparing(object -> object.name().describe()))
                .toList();
    }

    void addSchema(ResultSet row) throws SQLException {
        String name = names.of(row.getString("SCHEMA_NAME"));
        add(row, ObjectName.of(Kind.SCHEMA, name), new SchemaObject.Name(Optional.empty()));
    }

    void addDomainCheck(ResultSet row) throws SQLException {
        checks.computeIfAbsent(name(row, "DOMAIN_SCHEMA", "DOMAIN_NAME"), none -> new ArrayList<>())
                .add("CONSTRAINT " + H2Identifiers.quote(names.of(row.getString("CONSTRAINT_NAME"))) + " CHECK ("
                        + expressions.canonical(row.getString("CHECK_CLAUSE")) + ")");
    }

    void addDomain(ResultSet row) throws SQLException {
        TableName name = name(row, "DOMAIN_SCHEMA", "DOMAIN_NAME");
        String owner = H2TypeReader.owner(row.getString("DOMAIN_SCHEMA"), row.getString("DOMAIN_NAME"), "DOMAIN");
        List<String> values = types.values(owner, row.getString("DTD_IDENTIFIER"));
        boolean derived = row.getString("PARENT_DOMAIN_NAME") != null;
        String type = derived
                ? H2Renderer.CLAUSES.table(name(row, "PARENT_DOMAIN_SCHEMA", "PARENT_DOMAIN_NAME"))
                : H2Types.render(types.type(row, owner));
        List<String> parts = new ArrayList<>();
        optional(row, "DOMAIN_DEFAULT").ifPresent(sql -> parts.add("DEFAULT " + expressions.canonical(sql)));
        optional(row, "DOMAIN_ON_UPDATE").ifPresent(sql -> parts.add("ON UPDATE " + expressions.canonical(sql)));
        parts.addAll(checks.getOrDefault(name, List.of()));
        if (parts.isEmpty() && !derived && !values.isEmpty()) {
            add(row, ObjectName.of(Kind.TYPE, name), new SchemaObject.Values(values));
        } else {
            add(row, ObjectName.of(Kind.DOMAIN, name), H2Domains.definition(name, type, parts));
        }
    }

    void addView(ResultSet row) throws SQLException {
        Kind kind = row.getBoolean("IS_MATERIALIZED") ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
        ObjectName name = ObjectName.of(kind, name(row, "TABLE_SCHEMA", "TABLE_NAME"));
        String query = row.getString("VIEW_DEFINITION");
        String columns = Stream.of((Object[]) row.getArray("COLUMN_NAMES").getArray())
                .map(column -> H2Identifiers.quote(names.of(column.toString())))
                .collect(Collectors.joining(", ", " (", ")"));
        texts.put(name, query);
        add(
                row,
                name,
                kind == Kind.VIEW
                        ? new SchemaObject.Statement(
                                "CREATE VIEW " + H2Renderer.CLAUSES.table(name.name()) + columns + " AS\n" + query)
                        : new SchemaObject.Query(query));
    }

    void addRoutine(ResultSet row) throws SQLException {
        boolean aggregate = row.getString("ROUTINE_TYPE").equals("AGGREGATE");
        TableName name = name(row, "ROUTINE_SCHEMA", "ROUTINE_NAME");
        String source = row.getString("ROUTINE_DEFINITION");
        String sql = (aggregate ? "CREATE AGGREGATE " : "CREATE ALIAS ")
                + H2Renderer.CLAUSES.table(name)
                + (!aggregate && row.getString("IS_DETERMINISTIC").equals("YES") ? " DETERMINISTIC" : "")
                + (source == null
                        ? " FOR " + H2Identifiers.literal(row.getString("EXTERNAL_NAME"))
                        : " AS " + H2Identifiers.literal(source));
        add(row, ObjectName.of(aggregate ? Kind.AGGREGATE : Kind.FUNCTION, name), new SchemaObject.Statement(sql));
    }

    /** A row for each event. */
    void addTrigger(ResultSet row) throws SQLException {
        TableName table = name(row, "EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE");
        String name = names.of(row.getString("TRIGGER_NAME"));
        ObjectName trigger = ObjectName.trigger(name, table);
        Optional<SchemaObject> known =
                objects.stream().filter(object -> object.name().equals(trigger)).findFirst();
        if (known.isPresent()) {
            String sql = ((SchemaObject.Statement) known.get().definition()).sql();
            objects.remove(known.get());
            add(
                    row,
                    trigger,
                    new SchemaObject.Statement(
                            sql.replaceFirst(" ON ", ", " + row.getString("EVENT_MANIPULATION") + " ON ")));
            return;
        }
        int queue = row.getInt("QUEUE_SIZE");
        String sql = "CREATE TRIGGER " + H2Renderer.CLAUSES.table(table.withName(name)) + " "
                + row.getString("ACTION_TIMING") + " " + row.getString("EVENT_MANIPULATION") + " ON "
                + H2Renderer.CLAUSES.table(table)
                + (row.getString("ACTION_ORIENTATION").equals("ROW") ? " FOR EACH ROW" : "")
                + (queue == 1024 ? "" : " QUEUE " + queue)
                + (row.getBoolean("NO_WAIT") ? " NOWAIT" : "")
                + " CALL " + H2Identifiers.literal(row.getString("JAVA_CLASS"));
        add(row, trigger, new SchemaObject.Statement(sql));
    }

    private void add(ResultSet row, ObjectName name, SchemaObject.Definition definition) throws SQLException {
        objects.add(new SchemaObject(name, definition, optional(row, "REMARKS")));
    }

    private TableName name(ResultSet row, String schema, String name) throws SQLException {
        return qualified.apply(row.getString(schema), row.getString(name));
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** What views read, what defaults and types need. */
    Set<Dependency> dependencies(List<Table> tables, List<Sequence> sequences) {
        Set<Dependency> found = new HashSet<>();
        texts.forEach((view, query) -> addReads(view, query, tables, found));
        for (Table table : tables) {
            ObjectName name = ObjectName.of(Kind.TABLE, table.name());
            for (Column column : table.columns()) {
                objects.stream()
                        .map(SchemaObject::name)
                        .filter(type -> isTypeOf(type, column))
                        .forEach(type -> found.add(new Dependency(name, type, Optional.empty())));
                sequences.stream()
                        .filter(sequence -> takes(column, sequence))
                        .forEach(sequence -> found.add(
                                new Dependency(name, ObjectName.of(Kind.SEQUENCE, sequence.name()), Optional.empty())));
            }
        }
        return found;
    }

    private static boolean isTypeOf(ObjectName type, Column column) {
        return (type.kind() == Kind.TYPE || type.kind() == Kind.DOMAIN)
                && column.type().equals(new Type.Native(H2Renderer.CLAUSES.table(type.name())));
    }

    private static boolean takes(Column column, Sequence sequence) {
        return column.defaultValue()
                .filter(value -> value.sql().endsWith("next value for " + H2Renderer.CLAUSES.table(sequence.name()))
                        || value.sql()
                                .endsWith("."
                                        + H2Identifiers.quote(sequence.name().name())))
                .isPresent();
    }

    /** H2 writes all names of a view's query in quotes, and those of tables with their schema. */
    private void addReads(ObjectName view, String query, List<Table> tables, Set<Dependency> found) {
        List<Token> tokens = SqlLexer.tokens(query, LexicalRules.h2());
        Set<String> words = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.QUOTED_IDENTIFIER)
                .map(token -> names.of(H2Identifiers.unquoted(token.text())))
                .collect(Collectors.toSet());
        for (TableName read : tablesIn(tokens)) {
            ObjectName other = texts.keySet().stream()
                    .filter(name -> name.name().equals(read))
                    .findFirst()
                    .orElseGet(() -> ObjectName.of(Kind.TABLE, read));
            found.add(new Dependency(view, other, Optional.empty()));
            tables.stream()
                    .filter(table -> table.name().equals(read))
                    .flatMap(table -> table.columns().stream())
                    .filter(column -> words.contains(column.name()))
                    .forEach(column -> found.add(new Dependency(view, other, Optional.of(column.name()))));
        }
    }

    private Set<TableName> tablesIn(List<Token> tokens) {
        Set<TableName> read = new HashSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean pair = tokens.get(i).kind() == Token.Kind.QUOTED_IDENTIFIER
                    && tokens.get(i + 1).isSymbol(".")
                    && tokens.get(i + 2).kind() == Token.Kind.QUOTED_IDENTIFIER;
            if (pair) {
                read.add(qualified.apply(
                        H2Identifiers.unquoted(tokens.get(i).text()),
                        H2Identifiers.unquoted(tokens.get(i + 2).text())));
            }
        }
        return read;
    }
}
