package dev.aludel.dialect.ansi;

/**
 * In what databases differ when they cut text into words.
 *
 * @param dollarQuotes {@code $tag$ … $tag$} is a string
 * @param nestedComments a block comment may hold others
 * @param escapePrefix {@code E'…'} is a string with backslash escapes
 * @param backslashEscapes every string has backslash escapes, and double quotes enclose strings
 * @param backticks {@code `…`} is a quoted identifier
 * @param hashComments {@code #} starts a comment that ends with the line; {@code --} does so only before a space
 * @param brackets {@code [...]} is a quoted identifier
 */
public record LexicalRules(
        boolean dollarQuotes,
        boolean nestedComments,
        boolean escapePrefix,
        boolean backslashEscapes,
        boolean backticks,
        boolean hashComments,
        boolean brackets) {

    /** The rules of PostgreSQL with {@code standard_conforming_strings}, its default. */
    public static LexicalRules postgresql() {
        return new LexicalRules(true, true, true, false, false, false, false);
    }

    /** The rules of H2 in all of its modes. */
    public static LexicalRules h2() {
        return new LexicalRules(true, true, false, false, true, false, false);
    }

    /** The rules of SQLite, which also reads the quotes of MySQL and SQL Server. */
    public static LexicalRules sqlite() {
        return new LexicalRules(false, false, false, false, true, false, true);
    }

    /** The rules of MySQL and MariaDB in their default SQL mode. */
    public static LexicalRules mysql() {
        return new LexicalRules(false, false, false, true, true, true, false);
    }
}
