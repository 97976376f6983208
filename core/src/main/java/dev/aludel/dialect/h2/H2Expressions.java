package dev.aludel.dialect.h2;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Brings SQL expressions to one spelling: words in lower case, names as migrations write them, one space between words, no
 * parentheses around the whole. What an expression means, H2 itself is asked ({@link H2Scratch}).
 */
final class H2Expressions {

    /** Words before a parenthesis that is not the one of a call. */
    private static final Set<String> BEFORE_GROUP = Set.of(
            "in", "and", "or", "not", "when", "then", "else", "between", "like", "is", "from", "on", "where", "exists",
            "any", "all", "some", "as", "select", "regexp", "ilike", "case");

    private final UnaryOperator<String> quotedNames;

    private H2Expressions(UnaryOperator<String> quotedNames) {
        this.quotedNames = quotedNames;
    }

    /** For text of people and migrations: a name in quotes stays in them. */
    H2Expressions() {
        this(UnaryOperator.identity());
    }

    /** For text of the catalogue, where all names are in quotes. */
    H2Expressions(H2Names names) {
        this(quoted -> H2Identifiers.quote(names.of(H2Identifiers.unquoted(quoted))));
    }

    String canonical(String sql) {
        List<Token> tokens = withoutParentheses(SqlLexer.tokens(sql, LexicalRules.h2()));
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < tokens.size(); index++) {
            if (index > 0 && isSpaced(tokens, index)) {
                text.append(' ');
            }
            text.append(spelled(tokens.get(index)));
        }
        return text.toString();
    }

    /** The terms that AND joins, in no order: H2 and frameworks put them into one of their own. */
    static Set<String> terms(String canonical) {
        Set<String> terms = new HashSet<>();
        int depth = 0;
        int start = 0;
        for (Token token : SqlLexer.tokens(canonical, LexicalRules.h2())) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isWord("and")) {
                terms.add(canonical.substring(start, token.start()).strip());
                start = token.end();
            }
        }
        terms.add(canonical.substring(start).strip());
        return terms;
    }

    /** A default; empty for none and for null, which is the same. */
    String defaultValue(String sql) {
        String text = canonical(sql);
        return text.equals("null") ? "" : text;
    }

    private String spelled(Token token) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case QUOTED_IDENTIFIER -> token.text().startsWith("\"") ? quotedNames.apply(token.text()) : token.text();
            default -> token.text();
        };
    }

    private static boolean isSpaced(List<Token> tokens, int index) {
        Token before = tokens.get(index - 1);
        Token token = tokens.get(index);
        boolean closes = token.isSymbol(")") || token.isSymbol(",") || token.isSymbol("]") || token.isSymbol(".");
        boolean opened = before.isSymbol("(") || before.isSymbol("[") || before.isSymbol(".");
        if (closes || opened || token.isSymbol("::") || before.isSymbol("::") || isSign(tokens, index - 1)) {
            return false;
        }
        boolean opens = token.isSymbol("(") || token.isSymbol("[");
        return !opens || !isCalled(before);
    }

    private static boolean isCalled(Token before) {
        return before.kind() == Token.Kind.QUOTED_IDENTIFIER
                || (before.kind() == Token.Kind.WORD
                        && !BEFORE_GROUP.contains(before.text().toLowerCase(Locale.ROOT)));
    }

    /** A minus that belongs to the number behind it. */
    private static boolean isSign(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        boolean first = index == 0
                || tokens.get(index - 1).isSymbol("(")
                || tokens.get(index - 1).isSymbol(",");
        return first && (token.isSymbol("-") || token.isSymbol("+"));
    }

    private static List<Token> withoutParentheses(List<Token> tokens) {
        List<Token> inner = new ArrayList<>(tokens);
        while (inner.size() > 2 && inner.get(0).isSymbol("(") && closing(inner) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Where the parenthesis closes that stands first. */
    private static int closing(List<Token> tokens) {
        int depth = 0;
        for (int index = 0; index < tokens.size(); index++) {
            depth += tokens.get(index).isSymbol("(") ? 1 : tokens.get(index).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return index;
            }
        }
        return -1;
    }
}
