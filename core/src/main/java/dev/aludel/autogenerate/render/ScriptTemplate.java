package dev.aludel.autogenerate.render;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How new migration files look: text with places like {@code ${upgrade}}. Aludel's own look is such a template; a project
 * may have others, with a licence at the top for example.
 */
public final class ScriptTemplate {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}\\n]*)}");
    private static final List<String> JAVA_PLACES =
            List.of("package", "imports", "javadoc", "annotation", "class", "upgrade", "downgrade");
    private static final List<String> SQL_PLACES = List.of("header", "upgrade", "downgrade");
    private static final List<String> FREE_PLACES = List.of("revision", "down", "created", "message");
    private static final String JAVA = """
            ${package}${imports}${javadoc}${annotation}
            public final class ${class} implements Migration {

            ${upgrade}
            ${downgrade}}
            """;
    private static final String SQL = """
            ${header}
            -- upgrade
            ${upgrade}
            -- downgrade
            ${downgrade}""";

    private final String text;

    private ScriptTemplate(String text) {
        this.text = text;
    }

    /** Aludel's own look of Java migrations. */
    public static ScriptTemplate standardJava() {
        return new ScriptTemplate(JAVA);
    }

    /** Aludel's own look of SQL migrations. */
    public static ScriptTemplate standardSql() {
        return new ScriptTemplate(SQL);
    }

    /**
     * A template for Java migrations.
     *
     * @param name how people see the template's file
     * @throws AludelException (CFG-004) naming the line of an unknown place, or those that are missing
     */
    public static ScriptTemplate java(String name, String text) {
        return checked(name, text, JAVA_PLACES);
    }

    /** The same for SQL migrations. */
    public static ScriptTemplate sql(String name, String text) {
        return checked(name, text, SQL_PLACES);
    }

    private static ScriptTemplate checked(String name, String text, List<String> required) {
        Set<String> missing = new LinkedHashSet<>(required);
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            missing.remove(place.group(1));
            if (!required.contains(place.group(1)) && !FREE_PLACES.contains(place.group(1))) {
                throw refusal(
                        "has an unknown place " + place.group(), name + ":" + lineOf(text, place.start()), required);
            }
        }
        missing.remove("javadoc");
        if (!missing.isEmpty()) {
            throw refusal("has no place ${" + String.join("}, ${", missing) + "}", name, required);
        }
        return new ScriptTemplate(text.endsWith("\n") || required == SQL_PLACES ? text : text + "\n");
    }

    private static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    private static AludelException refusal(String why, String at, List<String> required) {
        return AludelException.of(ErrorCode.INVALID_VALUE, "The template of new migrations " + why + ".")
                .at(at)
                .state("No file was written.")
                .remedy("A template holds ${" + String.join("}, ${", required) + "}, and may hold ${"
                        + String.join("}, ${", FREE_PLACES) + "}.");
    }

    /** The text with the values in their places. */
    String fill(RevisionHeader header, Map<String, String> values) {
        Map<String, String> free = Map.of(
                "revision", header.id(),
                "down", String.join(", ", header.down()),
                "created", header.created().toString(),
                "message", JavaLiterals.line(header.message()));
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        values.getOrDefault(match.group(1), free.getOrDefault(match.group(1), match.group()))));
    }
}
