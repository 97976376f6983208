package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knows the statements that commit, before and after themselves, so that no transaction holds them.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html">Statements That Cause an Implicit Commit</a>
 */
final class ImplicitCommit {
    private static final Set<String> FIRST_WORDS = Set.of(
            "ALTER",
            "CREATE",
            "DROP",
            "RENAME",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "ANALYZE",
            "CACHE",
            "CHECK",
            "FLUSH",
            "OPTIMIZE",
            "REPAIR",
            "RESET",
            "INSTALL",
            "UNINSTALL",
            "LOCK",
            "UNLOCK",
            "SET");

    private ImplicitCommit() {}

    static boolean matches(List<Token> tokens) {
        Token first = tokens.get(0);
        String word = first.text().toUpperCase(Locale.ROOT);
        if (first.kind() == Token.Kind.COMMENT) {
            return true;
        }
        boolean temporary = tokens.size() > 1 && tokens.get(1).isWord("temporary");
        if (word.equals("SET")) {
            return tokens.size() > 1 && tokens.get(1).isWord("password");
        }
        return first.kind() == Token.Kind.WORD && FIRST_WORDS.contains(word) && !temporary;
    }
}
