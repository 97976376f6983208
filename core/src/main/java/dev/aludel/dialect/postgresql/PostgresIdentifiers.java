package dev.aludel.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and strings so that PostgreSQL reads exactly them, and nothing else. */
final class PostgresIdentifiers {
    private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** NAMEDATALEN - 1 of a server as it is shipped. */
    private static final int LONGEST_NAME_IN_BYTES = 63;

    /** The words that {@code pg_get_keywords()} calls reserved, in whole or except as a function's or type's name. */
    private static final Set<String> RESERVED = Set.of(("all analyse analyze and any array as asc asymmetric both case "
                    + "cast check collate column constraint create current_catalog current_date current_role current_time "
                    + "current_timestamp current_user default deferrable desc distinct do else end except false fetch for "
                    + "foreign from grant group having in initially intersect into lateral leading limit localtime "
                    + "localtimestamp not null offset on only or order placing primary references returning select "
                    + "session_user some symmetric system_user table then to trailing true union unique user using variadic "
                    + "when where window with authorization binary collation concurrently cross current_schema freeze full "
                    + "ilike inner is isnull join left like natural notnull outer overlaps right similar tablesample verbose")
            .split(" "));

    private PostgresIdentifiers() {}

    static String quote(String identifier) {
        boolean bare = SIMPLE.matcher(identifier).matches() && !isReserved(identifier);
        return bare ? identifier : "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /** A string literal that means the same whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** The name as the server keeps it: cut at 63 bytes of UTF-8, never within a character. */
    static String truncate(String name) {
        int bytes = 0;
        for (int index = 0; index < name.length(); ) {
            int codePoint = name.codePointAt(index);
            bytes += new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME_IN_BYTES) {
                return name.substring(0, index);
            }
            index += Character.charCount(codePoint);
        }
        return name;
    }
}
