package dev.aludel.dialect.postgresql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from expressions what PostgreSQL's deparser adds and a person does not write. */
final class PostgresExpressions {
    private static final Pattern CAST_OF_LITERAL = Pattern.compile(
            "(?<literal>'(?:[^']|'')*')::(?<type>[a-z_][a-z_ ]*(?:\\([0-9, ]+\\))?(?:\\[\\])?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("'(-?[0-9]+(?:\\.[0-9]+)?)'");

    private PostgresExpressions() {}

    /** The same expression without parentheses around the whole of it. */
    static String withoutParentheses(String expression) {
        String text = expression.strip();
        while (text.startsWith("(") && closes(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** A default in the spelling that a person writes: literals without casts, keywords in one case. */
    static String defaultValue(String expression) {
        String text = withoutParentheses(expression);
        Matcher cast = CAST_OF_LITERAL.matcher(text);
        if (cast.matches()) {
            String literal = cast.group("literal");
            Matcher number = NUMBER.matcher(literal);
            boolean numeric = PostgresTypes.parse(cast.group("type"))
                    .describe()
                    .matches("(small|big)?int(eger)?|numeric.*|real|double precision");
            text = numeric && number.matches() ? number.group(1) : literal;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "now()", "current_timestamp", "transaction_timestamp()" -> "CURRENT_TIMESTAMP";
            case "current_date", "current_time", "localtime", "localtimestamp", "current_user", "null" ->
                lower.toUpperCase(Locale.ROOT);
            case "true", "false" -> lower;
            default -> text;
        };
    }

    /** The terms of a conjunction as PostgreSQL deparses it, each in parentheses; the whole where it is none. */
    static Set<String> terms(String expression) {
        Set<String> terms = new HashSet<>();
        String rest = expression;
        int end = rest.startsWith("(") ? closes(rest) + 1 : 0;
        while (end > 0 && rest.startsWith(" AND (", end)) {
            terms.add(rest.substring(0, end));
            rest = rest.substring(end + " AND ".length());
            end = closes(rest) + 1;
        }
        terms.add(rest);
        return terms;
    }

    /** Where the parenthesis that opens the text is closed; strings and quoted names do not count. */
    private static int closes(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
