package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes domains, among them enum types, which H2 cannot change: the columns step aside while one takes another's
 * place. */
final class H2Domains {
    private static final Pattern NAMED =
            Pattern.compile("(DEFAULT|ON UPDATE|CONSTRAINT (?:\"(?:[^\"]|\"\")*\"|\\S+)) .*", Pattern.DOTALL);

    private H2Domains() {}

    /** {@code enum('new', 'done')}. */
    static String values(List<String> values) {
        return values.stream().map(H2Identifiers::literal).collect(Collectors.joining(", ", "enum(", ")"));
    }

    /** One whose first part is its type, and that can become any other. */
    static SchemaObject.Statement definition(TableName name, String type, List<String> parts) {
        List<String> all = new ArrayList<>(List.of(type));
        all.addAll(parts);
        String sql = "CREATE DOMAIN " + H2Renderer.CLAUSES.table(name) + " AS " + String.join(" ", all);
        return new SchemaObject.Statement(sql, "domain", all);
    }

    static List<SqlStatement> replace(ReplaceObject operation) {
        String name = H2Renderer.CLAUSES.table(operation.object().name());
        if (operation.from().definition() instanceof SchemaObject.Statement from
                && operation.to().definition() instanceof SchemaObject.Statement to
                && from.parts().get(0).equals(to.parts().get(0))) {
            return alter(operation, from.parts(), to.parts());
        }
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

    /** Of one type before and after, a domain stays, and its parts come and go. */
    private static List<SqlStatement> alter(ReplaceObject operation, List<String> from, List<String> to) {
        String head =
                "ALTER DOMAIN " + H2Renderer.CLAUSES.table(operation.object().name()) + " ";
        List<SqlStatement> statements = new ArrayList<>();
        Set<String> changed = new TreeSet<>();
        for (String part : from) {
            if (!to.contains(part)) {
                changed.add(key(part));
                statements.add(H2Renderer.change(head + "DROP " + key(part)));
            }
        }
        for (String part : to) {
            if (!from.contains(part)) {
                changed.add(key(part));
                statements.add(H2Renderer.change(head + (isConstraint(part) ? "ADD " : "SET ") + part));
            }
        }
        changed.removeIf(H2Domains::isConstraint);
        changed.forEach(key -> statements.addAll(withoutOwn(operation, key)));
        return statements;
    }

    private static boolean isConstraint(String part) {
        return part.startsWith("CONSTRAINT ");
    }

    /** What a domain loses or gets, H2 makes the columns' own, too. */
    private static List<SqlStatement> withoutOwn(ReplaceObject operation, String key) {
        return operation.columns().stream()
                .filter(use -> !key.equals("DEFAULT") || use.defaultValue().isEmpty())
                .map(use -> H2Renderer.change(column(use) + "DROP " + key))
                .toList();
    }

    /** {@code DEFAULT}, {@code ON UPDATE} or {@code CONSTRAINT ck_email}. */
    private static String key(String part) {
        return NAMED.matcher(part).replaceFirst("$1");
    }

    /** What the domain is made of. */
    private static String type(SchemaObject.Definition definition) {
        return definition instanceof SchemaObject.Values enumeration
                ? values(enumeration.values())
                : ((SchemaObject.Statement) definition).parts().get(0);
    }

    private static SqlStatement change(ReplaceObject.Use use, String type) {
        return H2Renderer.change(column(use) + "SET DATA TYPE " + type + (use.array() ? " array" : ""));
    }

    private static String column(ReplaceObject.Use use) {
        return "ALTER TABLE " + H2Renderer.CLAUSES.table(use.table()) + " ALTER COLUMN "
                + H2Identifiers.quote(use.column()) + " ";
    }
}
