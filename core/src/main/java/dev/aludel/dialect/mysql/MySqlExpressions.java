package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.Column;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings SQL expressions to one spelling: words in lower case, names without quotes where they need none and as their
 * table spells them, strings in single quotes without the character set that MySQL writes in front of them.
 */
final class MySqlExpressions {
    private static final String NOW = "current_timestamp";

    /** Reserved words that are functions as well. */
    private static final Set<String> FUNCTIONS = Set.of(
            "char",
            "convert",
            "current_date",
            "current_time",
            "current_timestamp",
            "current_user",
            "database",
            "if",
            "insert",
            "interval",
            "left",
            "localtime",
            "localtimestamp",
            "mod",
            "repeat",
            "replace",
            "right",
            "row_number",
            "schema",
            "utc_date",
            "utc_time",
            "utc_timestamp",
            "values");

    private final Product product;
    private final Map<String, String> columns = new HashMap<>();

    MySqlExpressions(Product product, List<Column> columns) {
        this.product = product;
        columns.forEach(column -> this.columns.put(column.name().toLowerCase(Locale.ROOT), column.name()));
    }

    /** The expression without parentheses around the whole. */
    String condition(String sql) {
        List<Token> tokens = MySqlLexer.tokens(sql);
        if (product == Product.MYSQL) {
            tokens = withoutIntroducers(tokens);
        }
        while (isEnclosed(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < tokens.size(); index++) {
            if (index > 0 && isApart(tokens, index)) {
                text.append(' ');
            }
            text.append(spelled(tokens.get(index)));
        }
        return text.toString();
    }

    /** The terms that AND joins, in no order, each without parentheses around it. */
    static Set<String> terms(String condition) {
        Set<String> terms = new HashSet<>();
        List<Token> tokens = MySqlLexer.tokens(condition);
        int depth = 0;
        int first = 0;
        boolean range = false;
        for (int index = 0; index <= tokens.size(); index++) {
            boolean end = index == tokens.size();
            if (!end) {
                depth += tokens.get(index).isSymbol("(") ? 1 : tokens.get(index).isSymbol(")") ? -1 : 0;
                range |= depth == 0 && tokens.get(index).isWord("between");
            }
            boolean joins = !end && depth == 0 && tokens.get(index).isWord("and");
            if (joins && range) {
                range = false;
            } else if (end || joins) {
                terms.add(term(condition, tokens.subList(first, index)));
                first = index + 1;
            }
        }
        return terms;
    }

    private static String term(String condition, List<Token> tokens) {
        List<Token> inner = tokens;
        while (isEnclosed(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner.isEmpty()
                ? ""
                : condition.substring(
                        inner.get(0).start(), inner.get(inner.size() - 1).end());
    }

    private static List<Token> withoutIntroducers(List<Token> tokens) {
        List<Token> kept = new ArrayList<>();
        for (int index = 0; index < tokens.size(); index++) {
            boolean introduces = tokens.get(index).kind() == Token.Kind.WORD
                    && tokens.get(index).text().startsWith("_")
                    && index + 1 < tokens.size()
                    && tokens.get(index + 1).kind() == Token.Kind.STRING;
            if (!introduces) {
                kept.add(tokens.get(index));
            }
        }
        return kept;
    }

    static boolean isEnclosed(List<Token> tokens) {
        if (tokens.size() < 2 || !tokens.get(0).isSymbol("(")) {
            return false;
        }
        int depth = 0;
        for (int index = 0; index < tokens.size(); index++) {
            depth += tokens.get(index).isSymbol("(") ? 1 : tokens.get(index).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return index == tokens.size() - 1;
            }
        }
        return false;
    }

    private String spelled(Token token) {
        if (token.kind() == Token.Kind.QUOTED_IDENTIFIER) {
            return MySqlIdentifiers.quote(MySqlLexer.text(token));
        }
        if (MySqlLexer.isString(token)) {
            return MySqlIdentifiers.literal(MySqlLexer.text(token));
        }
        String lower = token.text().toLowerCase(Locale.ROOT);
        return token.kind() == Token.Kind.WORD ? columns.getOrDefault(lower, lower) : lower;
    }

    private static boolean isApart(List<Token> tokens, int index) {
        Token before = tokens.get(index - 1);
        Token token = tokens.get(index);
        if (token.isSymbol(",") || token.isSymbol(")") || before.isSymbol("(") || touches(before) || touches(token)) {
            return false;
        }
        return !(token.isSymbol("(") && isFunction(before)) && !(before.isSymbol("-") && isSign(tokens, index - 1));
    }

    private static boolean isFunction(Token word) {
        return word.kind() == Token.Kind.WORD
                && (!MySqlIdentifiers.isReserved(word.text())
                        || FUNCTIONS.contains(word.text().toLowerCase(Locale.ROOT)));
    }

    /** A minus with nothing to take from. */
    private static boolean isSign(List<Token> tokens, int index) {
        return index == 0
                || tokens.get(index - 1).isSymbol("(")
                || tokens.get(index - 1).isSymbol(",")
                || (tokens.get(index - 1).kind() == Token.Kind.SYMBOL
                        && !tokens.get(index - 1).isSymbol(")"));
    }

    private static boolean touches(Token token) {
        return token.isSymbol(".") || token.isSymbol("->") || token.isSymbol("->>");
    }

    /** A default; empty where it says no more than that there is none. */
    Optional<String> defaultValue(String sql, Type type) {
        String text = condition(sql);
        if (text.equals("null")) {
            return Optional.empty();
        }
        if (text.matches("(current_timestamp|now|localtimestamp|localtime)(\\((\\d*)\\))?")) {
            return Optional.of(now(text));
        }
        return Optional.of(
                type instanceof Type.Native special && special.sql().startsWith("bit")
                        ? bits(text)
                        : literal(text, type));
    }

    /** {@code current_timestamp(6)}, for all words that mean this moment. */
    static String now(String text) {
        int open = text.indexOf('(');
        String digits = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
        return digits.isEmpty() || digits.equals("0") ? NOW : NOW + "(" + digits + ")";
    }

    private static String bits(String text) {
        return text.matches("[01]")
                ? "b'" + text + "'"
                : text.equals("false") ? "b'0'" : text.equals("true") ? "b'1'" : text;
    }

    private static String literal(String text, Type type) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? "1" : "0";
        }
        boolean quoted = text.startsWith("'") && text.endsWith("'") && text.indexOf('\'', 1) == text.length() - 1;
        if (MySqlTypes.isNumber(type)) {
            String bare = quoted ? text.substring(1, text.length() - 1) : text;
            return bare.matches("[-+]?[0-9.]+(e[-+]?[0-9]+)?") ? number(bare, type) : text;
        }
        boolean words = MySqlTypes.isText(type) && text.matches("-?[0-9.]+");
        return words ? "'" + text + "'" : text;
    }

    /** The server keeps the digits that the type has behind the point. */
    private static String number(String digits, Type type) {
        if (type instanceof Type.Decimal decimal) {
            return new java.math.BigDecimal(digits)
                    .setScale(decimal.scale().orElse(0), java.math.RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return digits;
    }
}
