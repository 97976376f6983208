package dev.aludel.conformance.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names that mean something elsewhere: to SQL, to a driver, to Java, to a template, to a terminal. */
final class HostileNames {
    /** Legal everywhere. */
    private static final List<String> EVERYWHERE = List.of(
            "o'hara",
            "say \"hi\"",
            "back`tick",
            "new\nline",
            "tab\tbed",
            "x;--",
            "x; DROP TABLE author; --",
            "-- upgrade",
            "/* open",
            "close */ x",
            "$$",
            "$body$ x",
            "{}",
            "{fn now()}",
            "${revision}",
            "100%s%n",
            "what?",
            "??",
            ":x",
            ":x::int",
            "back\\slash",
            "\\u0022",
            "@Revision",
            "<b>&amp;",
            "select",
            "MixedCase",
            "a b",
            "#hash",
            "[bracket]",
            "שלום עולם",
            "عمود",
            "e\u0301a\u0308",
            "turn\u202Eround",
            "no\u00A0break",
            "line\u2028separator",
            "имя",
            "列名",
            "x".repeat(60));

    private HostileNames() {}

    static List<String> of(Arena arena) {
        List<String> names = new ArrayList<>(EVERYWHERE);
        if (arena != Arena.MARIADB) {
            names.add("smile \uD83D\uDE00");
            names.add("ends with a blank ");
        }
        if (arena == Arena.H2 || arena == Arena.SQLITE) {
            names.add("y".repeat(120));
        } else {
            names.add("ü".repeat(arena == Arena.MARIADB ? 64 : 31));
        }
        return names;
    }

    /** What no file of this language can hold; drafting it is refused. */
    static String refused(String language) {
        return language.equals("sql") ? "carriage\rreturn" : "a.b";
    }

    /** What only the other language's files can hold. */
    static String kept(String language) {
        return refused(language.equals("sql") ? "java" : "sql");
    }

    /** SQL that makes a table of each name, with columns, constraints, indexes, defaults and comments of that name. */
    static String model(Arena arena, List<String> names) {
        return names.stream().map(name -> table(arena, name)).collect(Collectors.joining("\n"));
    }

    private static String table(Arena arena, String name) {
        String column = quote(arena, name);
        String text = literal(arena, name);
        String sql = """
                CREATE TABLE %1$s (
                    id int NOT NULL,
                    %1$s varchar(200) DEFAULT %2$s%7$s,
                    up int,
                    CONSTRAINT %3$s PRIMARY KEY (id),
                    CONSTRAINT %4$s UNIQUE (%1$s, id),
                    CONSTRAINT %5$s CHECK (%1$s <> %2$s),
                    CONSTRAINT %6$s FOREIGN KEY (up) REFERENCES %1$s (id)
                )%8$s;
                CREATE INDEX %9$s ON %1$s (%1$s);
                """.formatted(
                        column,
                        text,
                        quote(arena, prefixed("p", name)),
                        quote(arena, prefixed("u", name)),
                        quote(arena, prefixed("c", name)),
                        quote(arena, prefixed("f", name)),
                        arena == Arena.MARIADB ? " COMMENT " + text : "",
                        arena == Arena.MARIADB ? " COMMENT " + text : "",
                        quote(arena, index(name)));
        boolean comments = arena == Arena.POSTGRESQL || arena == Arena.H2;
        return comments
                ? sql + "COMMENT ON TABLE %1$s IS %2$s;\nCOMMENT ON COLUMN %1$s.%1$s IS %2$s;\n".formatted(column, text)
                : sql;
    }

    static String index(String name) {
        return prefixed("i", name);
    }

    /** Never longer than the name itself, where that is as long as a name may be. */
    private static String prefixed(String prefix, String name) {
        boolean isLong = name.getBytes(StandardCharsets.UTF_8).length >= 60;
        return prefix + (isLong ? name.substring(0, name.length() - 1) : name);
    }

    private static String quote(Arena arena, String name) {
        return arena == Arena.MARIADB ? "`" + name.replace("`", "``") + "`" : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String literal(Arena arena, String text) {
        String escaped = arena == Arena.MARIADB ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }
}
