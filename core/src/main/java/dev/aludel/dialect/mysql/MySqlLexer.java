package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.util.List;

/** Cuts SQL text as MySQL and MariaDB do, and reads what is quoted. */
final class MySqlLexer {
    static final LexicalRules RULES = LexicalRules.mysql();

    private MySqlLexer() {}

    /** All tokens but the comments. */
    static List<Token> tokens(String sql) {
        return SqlLexer.tokens(sql, RULES);
    }

    /** True for a string without a prefix. */
    static boolean isString(Token token) {
        return token.kind() == Token.Kind.STRING
                && (token.text().startsWith("'") || token.text().startsWith("\""));
    }

    /** The text of a string or a name, quoted or not. */
    static String text(Token token) {
        String text = token.text();
        if (token.kind() == Token.Kind.QUOTED_IDENTIFIER) {
            return text.substring(1, text.length() - 1).replace("``", "`");
        }
        return token.kind() == Token.Kind.STRING ? unquoted(text) : text;
    }

    private static String unquoted(String text) {
        String single = text.startsWith("\"")
                ? "'"
                        + text.substring(1, text.length() - 1)
                                .replace("\"\"", "\"")
                                .replace("'", "''") + "'"
                : text;
        return MySqlIdentifiers.unquote(single);
    }
}
