package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Brings SQL that means the same to one text: blanks, comments, letters' case and quotes that are not needed. SQLite keeps
 * the text that it was given, so that nobody else does this.
 */
final class SqliteExpressions {
    private static final Set<String> BEFORE_GROUP = Set.of(
            "and",
            "or",
            "not",
            "in",
            "when",
            "then",
            "else",
            "between",
            "like",
            "glob",
            "is",
            "from",
            "on",
            "where",
            "exists",
            "as",
            "select",
            "case",
            "values",
            "over",
            "filter",
            "join",
            "using",
            "set",
            "by",
            "having",
            "limit",
            "union",
            "except",
            "intersect",
            "all",
            "distinct",
            "match",
            "regexp",
            "escape",
            "return",
            "returning",
            "into");

    private static final Set<String> RESERVED = Set.of(
            "select",
            "from",
            "where",
            "join",
            "on",
            "and",
            "or",
            "not",
            "as",
            "group",
            "order",
            "having",
            "limit",
            "union",
            "all",
            "distinct",
            "case",
            "when",
            "then",
            "else",
            "null",
            "is",
            "in",
            "exists",
            "create",
            "insert",
            "update",
            "delete",
            "into",
            "values",
            "set");

    private SqliteExpressions() {}

    /**
     * The one form of an expression over a table's columns.
     *
     * @param isColumn tells the columns' names, in lower case: text in double quotes that is none of them may be a string
     */
    static String canonical(String sql, Predicate<String> isColumn) {
        return joined(withoutParentheses(tokens(sql)), token -> spelled(token, isColumn));
    }

    /** The same text on one line and with its keywords in capitals; names, which a query gives its columns, stay as they are. */
    static String query(String sql) {
        return joined(
                tokens(sql),
                token -> token.kind() == Token.Kind.WORD
                                && RESERVED.contains(token.text().toLowerCase(Locale.ROOT))
                        ? token.text().toUpperCase(Locale.ROOT)
                        : token.text());
    }

    private interface Spelling {
        String of(Token token);
    }

    static List<Token> tokens(String sql) {
        return SqlLexer.tokens(sql, LexicalRules.sqlite());
    }

    private static String joined(List<Token> tokens, Spelling spelling) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < tokens.size(); index++) {
            if (index > 0 && isSpaced(tokens, index)) {
                text.append(' ');
            }
            text.append(spelling.of(tokens.get(index)));
        }
        return text.toString();
    }

    private static String spelled(Token token, Predicate<String> isColumn) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case QUOTED_IDENTIFIER -> name(token, isColumn);
            case SYMBOL -> symbol(token.text());
            case STRING -> string(token.text());
            default -> token.text();
        };
    }

    private static String name(Token token, Predicate<String> isColumn) {
        String name = SqliteIdentifiers.unquoted(token);
        String lower = name.toLowerCase(Locale.ROOT);
        return token.text().startsWith("\"") && !isColumn.test(lower) ? token.text() : SqliteIdentifiers.quote(lower);
    }

    private static String symbol(String text) {
        return switch (text) {
            case "==" -> "=";
            case "!=" -> "<>";
            default -> text;
        };
    }

    /** {@code x'0f'} is {@code X'0F'}. */
    private static String string(String text) {
        return text.startsWith("'") ? text : text.toUpperCase(Locale.ROOT);
    }

    private static boolean isSpaced(List<Token> tokens, int index) {
        Token before = tokens.get(index - 1);
        Token token = tokens.get(index);
        boolean closes = token.isSymbol(")") || token.isSymbol(",") || token.isSymbol(".") || token.isSymbol(";");
        boolean opened = before.isSymbol("(") || before.isSymbol(".");
        if (closes || opened || isSign(tokens, index - 1)) {
            return false;
        }
        return !token.isSymbol("(") || !isCalled(before);
    }

    private static boolean isCalled(Token before) {
        return before.kind() == Token.Kind.QUOTED_IDENTIFIER
                || (before.kind() == Token.Kind.WORD
                        && !BEFORE_GROUP.contains(before.text().toLowerCase(Locale.ROOT)));
    }

    /** A sign that belongs to the number behind it. */
    private static boolean isSign(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        boolean first = index == 0
                || tokens.get(index - 1).isSymbol("(")
                || tokens.get(index - 1).isSymbol(",");
        return first && (token.isSymbol("-") || token.isSymbol("+"));
    }

    static List<Token> withoutParentheses(List<Token> tokens) {
        List<Token> inner = new ArrayList<>(tokens);
        while (inner.size() > 2 && inner.get(0).isSymbol("(") && closing(inner, 0) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Where the parenthesis closes that opens at an index; negative where it never does. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int index = open; index < tokens.size(); index++) {
            depth += StoredClauseReader.depthChange(tokens.get(index));
            if (depth == 0) {
                return index;
            }
        }
        return -1;
    }

    /** The same text without the table's name before columns. */
    static String unqualified(String sql, String table) {
        List<Token> tokens = tokens(sql);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int index = 0; index + 1 < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (SqliteIdentifiers.isName(token)
                    && tokens.get(index + 1).isSymbol(".")
                    && SqliteIdentifiers.unquoted(token).equalsIgnoreCase(table)) {
                text.append(sql, copied, token.start());
                copied = tokens.get(index + 1).end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    /** The names and keywords in an expression, in lower case. */
    static Set<String> words(String sql) {
        return tokens(sql).stream()
                .filter(token -> token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_IDENTIFIER)
                .map(token -> SqliteIdentifiers.unquoted(token).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The terms that AND joins, in no order: frameworks put them into one of their own. */
    static Set<String> terms(String canonical) {
        Set<String> terms = new HashSet<>();
        int depth = 0;
        int start = 0;
        for (Token token : tokens(canonical)) {
            depth += StoredClauseReader.depthChange(token);
            if (depth == 0 && token.isWord("and")) {
                terms.add(canonical(canonical.substring(start, token.start()), name -> false));
                start = token.end();
            }
        }
        terms.add(canonical(canonical.substring(start), name -> false));
        return terms;
    }

    /** The one form of a default; empty for none and for null, which is the same. */
    static String defaultValue(String sql) {
        List<Token> tokens = withoutParentheses(tokens(sql));
        String text = joined(tokens, token -> tokens.size() == 1 ? constant(token) : spelled(token, name -> false));
        return text.equals("null") ? "" : text;
    }

    /** Alone in a default, a name is a string. */
    private static String constant(Token token) {
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER -> SqliteIdentifiers.literal(SqliteIdentifiers.unquoted(token));
            case WORD ->
                switch (token.text().toLowerCase(Locale.ROOT)) {
                    case "true" -> "1";
                    case "false" -> "0";
                    default -> token.text().toLowerCase(Locale.ROOT);
                };
            default -> spelled(token, name -> false);
        };
    }

    /** True for what may follow DEFAULT without parentheses: a literal, a signed number, a word. */
    static boolean isPlainDefault(String sql) {
        List<Token> tokens = tokens(sql);
        return tokens.size() == 1
                || (tokens.size() == 2
                        && (tokens.get(0).isSymbol("-") || tokens.get(0).isSymbol("+"))
                        && tokens.get(1).kind() == Token.Kind.NUMBER);
    }

    /** True for a default that is the same for all rows, which alone ADD COLUMN takes. */
    static boolean isConstantDefault(String sql) {
        return isPlainDefault(sql)
                && tokens(sql).stream()
                        .noneMatch(
                                token -> token.text().toLowerCase(Locale.ROOT).startsWith("current_"));
    }
}
