package dev.aludel.dialect.postgresql;

import java.util.Map;

/** PostgreSQL's operator precedence, loosest first (manual: 4.1.6). */
final class Precedence {
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int IS = 4;
    static final int COMPARISON = 5;
    static final int PATTERN = 6;
    static final int OTHER = 7;
    static final int SUM = 8;
    static final int PRODUCT = 9;
    static final int POWER = 10;
    static final int AT = 11;
    static final int COLLATE = 12;
    static final int SIGN = 13;
    static final int CAST = 14;

    private static final Map<String, Integer> OPERATORS = Map.ofEntries(
            Map.entry("OR", OR),
            Map.entry("AND", AND),
            Map.entry("IS DISTINCT FROM", IS),
            Map.entry("=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("LIKE", PATTERN),
            Map.entry("NOT LIKE", PATTERN),
            Map.entry("ILIKE", PATTERN),
            Map.entry("NOT ILIKE", PATTERN),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("^", POWER),
            Map.entry("AT TIME ZONE", AT),
            Map.entry("COLLATE", COLLATE));

    private Precedence() {}

    static int of(String operator) {
        return OPERATORS.getOrDefault(operator, OTHER);
    }
}
