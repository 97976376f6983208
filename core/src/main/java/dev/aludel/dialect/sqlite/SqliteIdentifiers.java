package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ansi.ConstraintClause;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.TableName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes names and strings. SQLite keeps the letters of a name as they were written and compares them in any case, so that
 * quotes are for keywords and unusual characters alone.
 *
 * @see <a href="https://sqlite.org/lang_keywords.html">Keywords</a>
 */
final class SqliteIdentifiers {
    static final ConstraintClause CLAUSES = new ConstraintClause(SqliteIdentifiers::quote);

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private static final Set<String> KEYWORDS = Set.of(
            ("abort action add after all alter always analyze and as asc attach autoincrement before begin between by "
                            + "cascade case cast check collate column commit conflict constraint create cross current "
                            + "current_date current_time current_timestamp database default deferrable deferred delete desc "
                            + "detach distinct do drop each else end escape except exclude exclusive exists explain fail "
                            + "filter first following for foreign from full generated glob group groups having if ignore "
                            + "immediate in index indexed initially inner insert instead intersect into is isnull join key "
                            + "last left like limit match materialized natural no not nothing notnull null nulls of offset "
                            + "on or order others outer over partition plan pragma preceding primary query raise range "
                            + "recursive references regexp reindex release rename replace restrict returning right rollback "
                            + "row rows savepoint select set table temp temporary then ties to transaction trigger unbounded "
                            + "union unique update using vacuum values view virtual when where window with within without "
                            + "true false")
                    .split(" "));

    private SqliteIdentifiers() {}

    static String quote(String name) {
        boolean bare = SIMPLE.matcher(name).matches() && !isKeyword(name);
        return bare ? name : quoted(name);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String table(TableName name) {
        return CLAUSES.table(name);
    }

    /** The name that a word spells, without its quotes. */
    static String unquoted(Token token) {
        return StoredTableParser.unquoted(token);
    }

    /** True for a word that can be a name, in whichever quotes. */
    static boolean isName(Token token) {
        return token.kind() == Token.Kind.WORD
                || token.kind() == Token.Kind.QUOTED_IDENTIFIER
                || token.kind() == Token.Kind.STRING;
    }
}
