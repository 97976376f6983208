package dev.aludel.dialect.postgresql;

import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes domains and composite types, whole and as what changes them, from the parts that an inspection gives. */
final class PostgresDomains {
    private static final int CHECKS = 2;

    private PostgresDomains() {}

    /** The parts: the default and the nullability, each perhaps empty, then the checks with their names. */
    static String create(String name, String base, List<String> parts) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + name + " AS " + base);
        parts.subList(0, CHECKS).stream()
                .filter(part -> !part.isEmpty())
                .forEach(part -> sql.append(' ').append(part));
        checks(parts).forEach(check -> sql.append(" CONSTRAINT ").append(check));
        return sql.toString();
    }

    private static List<String> checks(List<String> parts) {
        return parts.subList(CHECKS, parts.size());
    }

    /** The statements that make the first the second. */
    static List<String> change(String name, SchemaObject.Statement from, SchemaObject.Statement to) {
        String alter = "ALTER DOMAIN " + name + " ";
        List<String> actions = new ArrayList<>();
        if (!from.parts().get(0).equals(to.parts().get(0))) {
            actions.add(
                    to.parts().get(0).isEmpty()
                            ? "DROP DEFAULT"
                            : "SET " + to.parts().get(0));
        }
        if (!from.parts().get(1).equals(to.parts().get(1))) {
            actions.add((to.parts().get(1).isEmpty() ? "DROP" : "SET") + " NOT NULL");
        }
        gone(checks(from.parts()), checks(to.parts()))
                .forEach(check -> actions.add("DROP CONSTRAINT " + firstWord(check)));
        gone(checks(to.parts()), checks(from.parts())).forEach(check -> actions.add("ADD CONSTRAINT " + check));
        return actions.stream().map(action -> alter + action).toList();
    }

    /** Attributes of a composite type that go, come or change their type; the order of the others cannot change. */
    static List<String> changeAttributes(String name, SchemaObject.Statement from, SchemaObject.Statement to) {
        List<String> names = to.parts().stream().map(PostgresDomains::firstWord).toList();
        List<String> old = from.parts().stream().map(PostgresDomains::firstWord).toList();
        Stream<String> dropped =
                old.stream().filter(each -> !names.contains(each)).map(each -> "DROP ATTRIBUTE " + each);
        Stream<String> altered = gone(to.parts(), from.parts()).stream()
                .map(attribute -> old.contains(firstWord(attribute))
                        ? "ALTER ATTRIBUTE " + firstWord(attribute) + " TYPE "
                                + attribute.substring(firstWord(attribute).length() + 1)
                        : "ADD ATTRIBUTE " + attribute);
        return Stream.concat(dropped, altered)
                .map(action -> "ALTER TYPE " + name + " " + action)
                .toList();
    }

    private static List<String> gone(List<String> from, List<String> to) {
        return from.stream().filter(part -> !to.contains(part)).toList();
    }

    /** A name, perhaps in quotes. */
    private static String firstWord(String part) {
        int end = part.startsWith("\"") ? part.indexOf('"', 1) + 1 : part.indexOf(' ');
        return part.substring(0, end);
    }
}
