package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether an index's expression stands as it is or needs parentheses of its own. It stands as it is where it is
 * a call or parenthesised already, and where a name, a call or a group is followed by an operator class
 * ({@code title gin_trgm_ops}), which is how inspection reports an operator class that is not the default.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
final class IndexElement {
    private IndexElement() {}

    static String render(String expression) {
        return standsAlone(SqlLexer.tokens(expression, LexicalRules.postgresql()))
                ? expression
                : "(" + expression + ")";
    }

    private static boolean standsAlone(List<Token> tokens) {
        if (tokens.isEmpty() || !(isName(tokens.get(0)) || tokens.get(0).isSymbol("("))) {
            return false;
        }
        int index = tokens.get(0).isSymbol("(") ? 0 : 1;
        if (index < tokens.size() && tokens.get(index).isSymbol("(")) {
            index = afterGroup(tokens, index);
        }
        return index == tokens.size() || (index == tokens.size() - 1 && isName(tokens.get(index)));
    }

    private static int afterGroup(List<Token> tokens, int open) {
        int depth = 0;
        for (int index = open; index < tokens.size(); index++) {
            depth += tokens.get(index).isSymbol("(") ? 1 : tokens.get(index).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return index + 1;
            }
        }
        return tokens.size() + 1;
    }

    private static boolean isName(Token token) {
        return token.kind() == Token.Kind.QUOTED_IDENTIFIER
                || (token.kind() == Token.Kind.WORD
                        && !PostgresIdentifiers.isReserved(token.text().toLowerCase(Locale.ROOT)));
    }
}
