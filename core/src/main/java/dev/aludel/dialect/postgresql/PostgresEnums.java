package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes how an enum type gets other values. New ones are added in their places. Where values go or change their order the
 * type is built anew, and its columns are converted: the server refuses that as long as rows have a value that goes.
 */
final class PostgresEnums {
    private static final String OLD = "_aludel_old";

    private PostgresEnums() {}

    static List<SqlStatement> change(ReplaceObject operation, List<String> from, List<String> to) {
        List<String> kept = to.stream().filter(from::contains).toList();
        return kept.equals(from) ? additions(operation, from, to) : rebuild(operation, to);
    }

    /** Each behind the one before it, which is there by then; a first one before what was first. */
    private static List<SqlStatement> additions(ReplaceObject operation, List<String> from, List<String> to) {
        List<SqlStatement> statements = new ArrayList<>();
        for (int place = 0; place < to.size(); place++) {
            String value = to.get(place);
            if (!from.contains(value)) {
                String where = place == 0
                        ? from.isEmpty() ? "" : " BEFORE " + literal(from.get(0))
                        : " AFTER " + literal(to.get(place - 1));
                statements.add(SqlStatement.of(
                        "ALTER TYPE " + name(operation.object().name()) + " ADD VALUE " + literal(value) + where));
            }
        }
        return statements;
    }

    private static List<SqlStatement> rebuild(ReplaceObject operation, List<String> to) {
        TableName type = operation.object().name();
        TableName old = type.withName(PostgresIdentifiers.truncate(type.name() + OLD));
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TYPE " + name(type) + " RENAME TO " + PostgresIdentifiers.quote(old.name()));
        statements.add("CREATE TYPE " + name(type) + " AS ENUM "
                + to.stream().map(PostgresEnums::literal).collect(Collectors.joining(", ", "(", ")")));
        operation.columns().forEach(use -> statements.add(convert(use, name(type))));
        statements.add("DROP TYPE " + name(old));
        return statements.stream().map(SqlStatement::of).toList();
    }

    private static String convert(ReplaceObject.Use use, String type) {
        String column = PostgresIdentifiers.quote(use.column());
        String alter = "ALTER COLUMN " + column + " ";
        String array = use.array() ? "[]" : "";
        String cast = "TYPE " + type + array + " USING " + column + "::text" + array + "::" + type + array;
        return "ALTER TABLE " + name(use.table()) + " "
                + use.defaultValue().map(value -> alter + "DROP DEFAULT, ").orElse("")
                + alter + cast
                + use.defaultValue()
                        .map(value -> ", " + alter + "SET DEFAULT " + value)
                        .orElse("");
    }

    private static String name(TableName name) {
        return PostgresRenderer.CLAUSES.table(name);
    }

    private static String literal(String text) {
        return PostgresIdentifiers.literal(text);
    }
}
