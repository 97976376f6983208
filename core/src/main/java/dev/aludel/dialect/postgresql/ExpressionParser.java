package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.dialect.ansi.Token.Kind;
import dev.aludel.error.AludelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the expressions that stand in checks, defaults and indexes: operator precedence climbing over tokens. Operators
 * that PostgreSQL only prints ({@code ~~}) become those that people write ({@code LIKE}). Whatever it does not know,
 * such as subqueries and special call syntax, is left alone: then there is no tree.
 */
final class ExpressionParser {
    private static final Map<String, String> SPELLINGS =
            Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE", "!=", "<>");

    private static final Set<String> VALUES = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "current_user",
            "localtime",
            "localtimestamp",
            "session_user",
            "user",
            "null");

    private static final Set<String> TWO_WORD_TYPES =
            Set.of("double precision", "character varying", "bit varying", "char varying");

    /** Deeper nesting than people and frameworks write; it keeps hostile text from exhausting the stack. */
    private static final int DEEPEST = 200;

    /** Says that the text is beyond this parser. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private int place;
    private int depth;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tree; empty for text that is not understood in whole. */
    static Optional<Expression> parse(String sql) {
        try {
            ExpressionParser parser = new ExpressionParser(SqlLexer.tokens(sql, LexicalRules.postgresql()));
            Expression expression = parser.expression(Precedence.OR);
            return parser.place == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (Unknown | AludelException beyond) {
            return Optional.empty();
        }
    }

    private Expression expression(int least) throws Unknown {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        Expression left = prefix();
        for (int start = place; ; start = place) {
            left = continuation(left, least);
            if (place == start) {
                depth--;
                return left;
            }
        }
    }

    private Expression prefix() throws Unknown {
        if (skipWord("not")) {
            return new Expression.Prefix("NOT", expression(Precedence.NOT));
        }
        if (skipSymbol("-")) {
            Expression operand = expression(Precedence.SIGN);
            return operand instanceof Expression.Atom atom
                            && atom.isNumber()
                            && !atom.text().startsWith("-")
                    ? new Expression.Atom("-" + atom.text())
                    : new Expression.Prefix("-", operand);
        }
        if (skipSymbol("(")) {
            Expression inner = expression(Precedence.OR);
            requireSymbol(")");
            return inner;
        }
        return primary();
    }

    private Expression primary() throws Unknown {
        Token token = next();
        return switch (token.kind()) {
            case STRING -> new Expression.Atom(string(token.text()));
            case NUMBER -> new Expression.Atom(token.text());
            case QUOTED_IDENTIFIER -> name(unquoted(token));
            case WORD -> word(token);
            default -> throw new Unknown();
        };
    }

    /** A string without its prefix, where that says the same; a dollar-quoted one in single quotes. */
    private static String string(String text) throws Unknown {
        if (text.startsWith("$")) {
            int tag = text.indexOf('$', 1) + 1;
            return "'" + text.substring(tag, text.length() - tag).replace("'", "''") + "'";
        }
        boolean escaped = text.startsWith("E") || text.startsWith("e");
        if (!escaped && !text.startsWith("'")) {
            throw new Unknown();
        }
        boolean onlyBackslashes = text.replace("\\\\", "").indexOf('\\') < 0;
        return escaped && onlyBackslashes ? text.substring(1).replace("\\\\", "\\") : text;
    }

    private static String unquoted(Token token) throws Unknown {
        if (!token.text().startsWith("\"")) {
            throw new Unknown();
        }
        return token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
    }

    private Expression word(Token token) throws Unknown {
        String word = token.text().toLowerCase(Locale.ROOT);
        if (VALUES.contains(word) && !isSymbol("(")) {
            return new Expression.Atom(word.toUpperCase(Locale.ROOT));
        }
        if (word.equals("true") || word.equals("false")) {
            return new Expression.Atom(word);
        }
        if (word.equals("case")) {
            return cases();
        }
        if (word.equals("cast") && skipSymbol("(")) {
            return cast();
        }
        if (word.equals("array") && skipSymbol("[")) {
            return new Expression.ArrayLiteral(list("]"));
        }
        // position('a' IN b) looks like a list of values and is none.
        if (word.equals("position") && isSymbol("(")) {
            throw new Unknown();
        }
        if (isCallable(word) && isSymbol("(")) {
            return call(word);
        }
        if (PostgresIdentifiers.isReserved(word)) {
            throw new Unknown();
        }
        return typedLiteral(token).orElse(name(word));
    }

    private static boolean isCallable(String word) {
        return !PostgresIdentifiers.isReserved(word)
                || Set.of("any", "all", "left", "right").contains(word);
    }

    /** {@code date '2020-01-01'}, which the server prints as {@code '2020-01-01'::date}. */
    private Optional<Expression> typedLiteral(Token type) throws Unknown {
        if (place < tokens.size() && tokens.get(place).kind() == Kind.STRING) {
            Expression literal = new Expression.Atom(string(tokens.get(place++).text()));
            return Optional.of(new Expression.Cast(literal, type(type.text())));
        }
        return Optional.empty();
    }

    private Expression name(String first) throws Unknown {
        StringBuilder name = new StringBuilder(PostgresIdentifiers.quote(first));
        while (skipSymbol(".")) {
            Token part = next();
            String text = part.kind() == Kind.WORD ? part.text().toLowerCase(Locale.ROOT) : unquoted(part);
            name.append('.').append(PostgresIdentifiers.quote(text));
        }
        return isSymbol("(") ? call(name.toString()) : new Expression.Atom(name.toString());
    }

    private Expression call(String name) throws Unknown {
        requireSymbol("(");
        return new Expression.Call(name, list(")"));
    }

    private Expression cast() throws Unknown {
        Expression operand = expression(Precedence.OR);
        requireWord("as");
        Expression cast = new Expression.Cast(operand, typeName());
        requireSymbol(")");
        return cast;
    }

    private Expression cases() throws Unknown {
        Optional<Expression> operand = isWord("when") ? Optional.empty() : Optional.of(expression(Precedence.OR));
        List<List<Expression>> branches = new ArrayList<>();
        while (skipWord("when")) {
            Expression condition = expression(Precedence.OR);
            requireWord("then");
            branches.add(List.of(condition, expression(Precedence.OR)));
        }
        Optional<Expression> otherwise = skipWord("else") ? Optional.of(expression(Precedence.OR)) : Optional.empty();
        requireWord("end");
        return new Expression.Case(operand, branches, otherwise);
    }

    private List<Expression> list(String close) throws Unknown {
        List<Expression> elements = new ArrayList<>();
        if (skipSymbol(close)) {
            return elements;
        }
        do {
            elements.add(skipSymbol("*") ? new Expression.Atom("*") : expression(Precedence.OR));
        } while (skipSymbol(","));
        requireSymbol(close);
        return elements;
    }

    /** One more operator with what follows it, where the next one binds strongly enough; the same expression otherwise. */
    private Expression continuation(Expression left, int least) throws Unknown {
        if (place >= tokens.size()) {
            return left;
        }
        Token token = tokens.get(place);
        if (token.isSymbol("::")) {
            place++;
            return new Expression.Cast(left, typeName());
        }
        return token.kind() == Kind.WORD
                ? wordOperator(left, token.text().toLowerCase(Locale.ROOT), least)
                : symbolOperator(left, token, least);
    }

    private Expression symbolOperator(Expression left, Token token, int least) throws Unknown {
        String operator = SPELLINGS.getOrDefault(token.text(), token.text());
        boolean binary = token.kind() == Kind.SYMBOL && !"()[],;.:".contains(token.text());
        return binary ? infix(left, operator, 1, least) : left;
    }

    private Expression infix(Expression left, String operator, int words, int least) throws Unknown {
        int precedence = Precedence.of(operator);
        if (precedence < least) {
            return left;
        }
        place += words;
        return new Expression.Infix(left, operator, expression(precedence + 1));
    }

    private Expression wordOperator(Expression left, String word, int least) throws Unknown {
        return switch (word) {
            case "and", "or", "collate" -> infix(left, word.toUpperCase(Locale.ROOT), 1, least);
            case "like", "ilike" -> infix(left, word.toUpperCase(Locale.ROOT), 1, least);
            case "at" -> infix(left, "AT TIME ZONE", 3, least);
            case "is" -> least > Precedence.IS ? left : is(left);
            case "isnull", "notnull" -> {
                place++;
                yield new Expression.Postfix(left, word.equals("isnull") ? "IS NULL" : "IS NOT NULL");
            }
            case "in", "between" -> least > Precedence.PATTERN ? left : membership(left, word, false);
            case "not" -> least > Precedence.PATTERN ? left : negated(left, least);
            default -> left;
        };
    }

    private Expression negated(Expression left, int least) throws Unknown {
        String word = place + 1 < tokens.size() ? tokens.get(place + 1).text().toLowerCase(Locale.ROOT) : "";
        if (word.equals("like") || word.equals("ilike")) {
            return infix(left, "NOT " + word.toUpperCase(Locale.ROOT), 2, least);
        }
        if (word.equals("in")) {
            place++;
            return membership(left, word, true);
        }
        throw new Unknown();
    }

    private Expression is(Expression left) throws Unknown {
        requireWord("is");
        boolean not = skipWord("not");
        if (skipWord("distinct")) {
            requireWord("from");
            Expression distinct = new Expression.Infix(left, "IS DISTINCT FROM", expression(Precedence.IS + 1));
            return not ? new Expression.Prefix("NOT", distinct) : distinct;
        }
        String what = next().text().toUpperCase(Locale.ROOT);
        if (!Set.of("NULL", "TRUE", "FALSE", "UNKNOWN").contains(what)) {
            throw new Unknown();
        }
        return new Expression.Postfix(left, (not ? "IS NOT " : "IS ") + what);
    }

    private Expression membership(Expression left, String word, boolean negated) throws Unknown {
        place++;
        if (word.equals("between")) {
            Expression low = expression(Precedence.OTHER);
            requireWord("and");
            Expression high = expression(Precedence.OTHER);
            return new Expression.Infix(
                    new Expression.Infix(left, ">=", low), "AND", new Expression.Infix(left, "<=", high));
        }
        requireSymbol("(");
        return new Expression.In(left, negated, list(")"));
    }

    private String typeName() throws Unknown {
        Token first = next();
        StringBuilder text = new StringBuilder(first.text());
        if (first.kind() != Kind.WORD && first.kind() != Kind.QUOTED_IDENTIFIER) {
            throw new Unknown();
        }
        while (skipSymbol(".")) {
            text.append('.').append(next().text());
        }
        if (place < tokens.size()
                && TWO_WORD_TYPES.contains((text + " " + tokens.get(place).text()).toLowerCase(Locale.ROOT))) {
            text.append(' ').append(next().text());
        }
        if (skipSymbol("(")) {
            text.append(new Expression.Call("", list(")")).print());
        }
        if (isWord("with") || isWord("without")) {
            text.append(' ')
                    .append(next().text())
                    .append(' ')
                    .append(next().text())
                    .append(' ')
                    .append(next().text());
        }
        while (skipSymbol("[")) {
            requireSymbol("]");
            text.append("[]");
        }
        return type(text.toString());
    }

    private static String type(String text) {
        return PostgresTypes.render(PostgresTypes.normalize(PostgresTypes.parse(text)));
    }

    private Token next() throws Unknown {
        if (place >= tokens.size()) {
            throw new Unknown();
        }
        return tokens.get(place++);
    }

    private boolean isSymbol(String symbol) {
        return place < tokens.size() && tokens.get(place).isSymbol(symbol);
    }

    private boolean isWord(String word) {
        return place < tokens.size() && tokens.get(place).isWord(word);
    }

    private boolean skipSymbol(String symbol) {
        boolean found = isSymbol(symbol);
        place += found ? 1 : 0;
        return found;
    }

    private boolean skipWord(String word) {
        boolean found = isWord(word);
        place += found ? 1 : 0;
        return found;
    }

    private void requireSymbol(String symbol) throws Unknown {
        if (!skipSymbol(symbol)) {
            throw new Unknown();
        }
    }

    private void requireWord(String word) throws Unknown {
        if (!skipWord(word)) {
            throw new Unknown();
        }
    }
}
