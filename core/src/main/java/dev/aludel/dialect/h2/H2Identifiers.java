package dev.aludel.dialect.h2;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides how names of migrations and models meet those of the catalogue. H2 keeps a name without quotes in upper case,
 * unless the URL says otherwise ({@code DATABASE_TO_LOWER}, {@code DATABASE_TO_UPPER}); Aludel says no quotes by lower case:
 *
 * <ul>
 *   <li>A name of lower-case letters, digits, underscores and dollars that is no keyword stands without quotes: {@code author} is
 *       {@code AUTHOR} in the catalogue, or {@code author} where the URL wants lower case. Inspection says {@code author}.
 *   <li>Any other name stands in quotes and is exact: {@code Author} is {@code "Author"}, the keyword {@code user} is
 *       {@code "user"}, {@code VALUE} is {@code "VALUE"}. Inspection says it as it is stored.
 *   <li>A name that holds its own quotes is exact too: {@code "author"}, which a person could create in a database of upper
 *       case only in quotes, is called {@code "author"} with the quotes, so that it is not taken for {@code AUTHOR}.
 * </ul>
 */
final class H2Identifiers {
    private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** The words that H2 takes for a name only in quotes, those of its older versions too. */
    private static final Set<String> KEYWORDS =
            Set.of(("all and any array as asymmetric authorization between both case cast check constraint cross "
                            + "current_catalog current_date current_path current_role current_schema current_time "
                            + "current_timestamp current_user day default distinct else end except exists false fetch for "
                            + "foreign from full group groups having hour if ilike in inner intersect intersects interval is "
                            + "join key leading left like limit localtime localtimestamp minus minute month natural not null "
                            + "offset on or order over partition primary qualify range regexp right row rownum rows second "
                            + "select session_user set some symmetric system_user table to top trailing true uescape union "
                            + "unique unknown user using value values when where window with year _rowid_ sysdate systime "
                            + "systimestamp today")
                    .split(" "));

    private H2Identifiers() {}

    static String quote(String name) {
        return isBare(name) || isQuoted(name) ? name : quoted(name);
    }

    /** True where the name needs no quotes, and means what the database makes of it. */
    static boolean isBare(String name) {
        return SIMPLE.matcher(name).matches() && !KEYWORDS.contains(name);
    }

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isQuoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The name between quotes. */
    static String unquoted(String name) {
        return name.substring(1, name.length() - 1).replace("\"\"", "\"");
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
