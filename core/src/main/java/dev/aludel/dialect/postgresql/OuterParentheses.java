package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.util.List;

/** Takes off the parentheses that enclose a whole expression, however many there are. */
final class OuterParentheses {
    private OuterParentheses() {}

    static String strip(String sql) {
        List<Token> tokens = SqlLexer.tokens(sql, LexicalRules.postgresql());
        int pairs = 0;
        while (enclose(tokens, pairs)) {
            pairs++;
        }
        int last = tokens.size() - 1 - pairs;
        return pairs == 0 || last < pairs
                ? sql.strip()
                : sql.substring(tokens.get(pairs).start(), tokens.get(last).end());
    }

    private static boolean enclose(List<Token> tokens, int pair) {
        int last = tokens.size() - 1 - pair;
        if (last <= pair || !tokens.get(pair).isSymbol("(")) {
            return false;
        }
        int depth = 0;
        for (int index = pair; index <= last; index++) {
            depth += tokens.get(index).isSymbol("(") ? 1 : tokens.get(index).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return index == last;
            }
        }
        return false;
    }
}
