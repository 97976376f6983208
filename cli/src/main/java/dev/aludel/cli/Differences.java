package dev.aludel.cli;

import dev.aludel.command.SchemaDifference;
import dev.aludel.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What differs between two schemas, for people and for machines. */
final class Differences {
    private Differences() {}

    /** {@code add column author.email varchar(255)}. */
    static String line(Operation operation) {
        return operation.describe() + (operation.destructive() ? "   (destructive)" : "");
    }

    static Map<String, Object> document(List<SchemaDifference> differences) {
        return Map.of(
                "differences", differences.stream().map(Differences::document).toList());
    }

    private static Map<String, Object> document(SchemaDifference difference) {
        Operation operation = difference.operation();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind(operation));
        values.put("object", object(operation));
        values.put("describe", operation.describe());
        values.put("sql", difference.sql());
        values.put("reverse_sql", difference.reverseSql());
        values.put("destructive", operation.destructive());
        return values;
    }

    private static String kind(Operation operation) {
        return operation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** What the operation is about: the words of its description behind its verb and noun. */
    private static String object(Operation operation) {
        String[] words = operation.describe().split("[ :]", -1);
        return words.length > 2 ? words[2] : operation.describe();
    }
}
