package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes domains, among them enum types, which H2 cannot change: the columns step aside while one takes another's place. */
final class H2Domains {
    private H2Domains() {}

    /** {@code enum('new', 'done')}. */
    static String values(List<String> values) {
        return values.stream().map(H2Identifiers::literal).collect(Collectors.joining(", ", "enum(", ")"));
    }

    static List<SqlStatement> replace(ReplaceObject operation) {
        String name = H2Renderer.CLAUSES.table(operation.object().name());
        List<SqlStatement> statements = new ArrayList<>();
        String type = type(operation.to().definition());
        operation.columns().forEach(use -> statements.add(change(use, type)));
        statements.add(H2Renderer.change("DROP DOMAIN " + name));
        statements.add(H2Renderer.change(
                operation.to().definition() instanceof SchemaObject.Statement statement
                        ? statement.sql()
                        : "CREATE DOMAIN " + name + " AS " + type));
        operation.columns().forEach(use -> statements.add(change(use, name)));
        return statements;
    }

    /** What the domain is made of. */
    private static String type(SchemaObject.Definition definition) {
        return definition instanceof SchemaObject.Values enumeration
                ? values(enumeration.values())
                : ((SchemaObject.Statement) definition).signature();
    }

    private static SqlStatement change(ReplaceObject.Use use, String type) {
        return H2Renderer.change("ALTER TABLE " + H2Renderer.CLAUSES.table(use.table()) + " ALTER COLUMN "
                + H2Identifiers.quote(use.column()) + " SET DATA TYPE " + type + (use.array() ? " array" : ""));
    }
}
