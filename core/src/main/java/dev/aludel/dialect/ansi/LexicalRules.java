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
 */
public record LexicalRules(
        boolean dollarQuotes,
        boolean nestedComments,
        boolean escapePrefix,
        boolean backslashEscapes,
        boolean backticks,
        boolean hashComments) {

    /** The rules of PostgreSQL with {@code standard_conforming_strings}, its default. */
    public static LexicalRules postgresql() {
        return new LexicalRules(true, true, true, false, false, false);
    }

    /** The rules of H2 in all of its modes. */
    public static LexicalRules h2() {
        return new LexicalRules(true, true, false, false, true, false);
    }

    /** The rules of MySQL and MariaDB in their default SQL mode. */
    public static LexicalRules mysql() {
        return new LexicalRules(false, false, false, true, true, true);
    }
}
