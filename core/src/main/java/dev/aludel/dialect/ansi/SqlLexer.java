package dev.aludel.dialect.ansi;

import dev.aludel.dialect.ansi.Token.Kind;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts SQL text into tokens, one at a time and in linear time, so that whoever splits statements never looks inside a
 * string, a quoted identifier, a dollar quote or a comment.
 */
public final class SqlLexer {
    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?";

    private final String sql;
    private final LexicalRules rules;
    private int position;
    private int line = 1;

    public SqlLexer(String sql, LexicalRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    /** All tokens but the comments. */
    public static List<Token> tokens(String sql, LexicalRules rules) {
        SqlLexer lexer = new SqlLexer(sql, rules);
        List<Token> tokens = new ArrayList<>();
        for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
            next.filter(token -> token.kind() != Kind.COMMENT).ifPresent(tokens::add);
        }
        return tokens;
    }

    /**
     * The next token; empty at the end of the text.
     *
     * @throws AludelException (SCR-005) for a string, identifier or comment that never ends, with the line where it began
     */
    public Optional<Token> next() {
        skipSpace();
        if (position >= sql.length()) {
            return Optional.empty();
        }
        int start = position;
        int startLine = line;
        Kind kind = kindAt(start);
        int end = endOf(kind, start);
        advance(end);
        return Optional.of(new Token(kind, sql.substring(start, end), start, startLine));
    }

    private void skipSpace() {
        while (position < sql.length() && isSpace(sql.charAt(position))) {
            advance(position + 1);
        }
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || character == '\uFEFF' || character == '\u00A0';
    }

    private void advance(int end) {
        for (; position < end; position++) {
            if (sql.charAt(position) == '\n') {
                line++;
            }
        }
    }

    private Kind kindAt(int start) {
        char character = sql.charAt(start);
        if (startsComment(start)) {
            return Kind.COMMENT;
        }
        boolean doubleQuoted = character == '"' && rules.backslashEscapes();
        if (character == '\'' || doubleQuoted || (isStringPrefix(character) && quoteAfterPrefix(start) >= 0)) {
            return Kind.STRING;
        }
        if (opensIdentifier(character) || startsUnicodeIdentifier(start)) {
            return Kind.QUOTED_IDENTIFIER;
        }
        if (character == '$' && dollarTagEnd(start) > 0) {
            return Kind.STRING;
        }
        if (isDigit(character) || (character == '.' && isDigit(at(start + 1)))) {
            return Kind.NUMBER;
        }
        return isWordStart(character) ? Kind.WORD : Kind.SYMBOL;
    }

    private boolean opensIdentifier(char character) {
        return character == '"' || (character == '`' && rules.backticks()) || (character == '[' && rules.brackets());
    }

    private int endOf(Kind kind, int start) {
        return switch (kind) {
            case COMMENT -> at(start) == '/' ? blockCommentEnd(start) : lineEnd(start);
            case STRING -> at(start) == '$' ? dollarQuoteEnd(start) : stringEnd(start);
            case QUOTED_IDENTIFIER -> identifierEnd(start);
            case NUMBER -> numberEnd(start);
            case WORD -> wordEnd(start);
            case SYMBOL -> symbolEnd(start);
        };
    }

    private boolean startsComment(int start) {
        char next = at(start + 1);
        return (at(start) == '-' && next == '-' && (!rules.hashComments() || endsDashes(at(start + 2))))
                || (at(start) == '/' && next == '*')
                || (at(start) == '#' && rules.hashComments());
    }

    private static boolean endsDashes(char character) {
        return isSpace(character) || character == '\0';
    }

    private int lineEnd(int start) {
        int end = sql.indexOf('\n', start);
        return end < 0 ? sql.length() : end;
    }

    private int blockCommentEnd(int start) {
        int depth = 0;
        for (int index = start; index < sql.length() - 1; index++) {
            if (at(index) == '/' && at(index + 1) == '*' && (depth == 0 || rules.nestedComments())) {
                depth++;
                index++;
            } else if (at(index) == '*' && at(index + 1) == '/') {
                depth--;
                index++;
                if (depth == 0) {
                    return index + 1;
                }
            }
        }
        throw unterminated("comment '/*'", "*/");
    }

    private static boolean isStringPrefix(char character) {
        return "eEuUbBxXnN".indexOf(character) >= 0;
    }

    /** Where the quote stands after {@code E}, {@code B}, {@code X}, {@code N} or {@code U&}; negative where none does. */
    private int quoteAfterPrefix(int start) {
        boolean unicode = Character.toLowerCase(at(start)) == 'u';
        int quote = unicode && at(start + 1) == '&' ? start + 2 : start + 1;
        return at(quote) == '\'' && (!unicode || quote == start + 2) ? quote : -1;
    }

    private boolean startsUnicodeIdentifier(int start) {
        return Character.toLowerCase(at(start)) == 'u'
                && at(start + 1) == '&'
                && at(start + 2) == '"'
                && !rules.backslashEscapes();
    }

    private int stringEnd(int start) {
        boolean prefixed = at(start) != '\'' && at(start) != '"';
        int quote = prefixed ? quoteAfterPrefix(start) : start;
        boolean escapes = rules.backslashEscapes()
                || (rules.escapePrefix() && prefixed && Character.toLowerCase(at(start)) == 'e');
        return quotedEnd(quote, at(quote), escapes, "string");
    }

    private int identifierEnd(int start) {
        if (at(start) == '[') {
            return bracketEnd(start);
        }
        int quote = startsUnicodeIdentifier(start) ? start + 2 : start;
        return quotedEnd(quote, at(quote), false, "quoted identifier");
    }

    /** A bracket cannot be doubled: the first closing one ends the identifier. */
    private int bracketEnd(int start) {
        int close = sql.indexOf(']', start);
        if (close < 0) {
            throw unterminated("quoted identifier", "]");
        }
        return close + 1;
    }

    private int quotedEnd(int open, char quote, boolean escapes, String what) {
        for (int index = open + 1; index < sql.length(); index++) {
            char character = sql.charAt(index);
            if (character == '\\' && escapes) {
                index++;
            } else if (character == quote && at(index + 1) == quote) {
                index++;
            } else if (character == quote) {
                return index + 1;
            }
        }
        throw unterminated(what, String.valueOf(quote));
    }

    /** The offset after the opening {@code $tag$}; negative where the dollar does not open one. */
    private int dollarTagEnd(int start) {
        if (!rules.dollarQuotes()) {
            return -1;
        }
        int index = start + 1;
        while (isWordPart(at(index)) && at(index) != '$' && (index > start + 1 || isWordStart(at(index)))) {
            index++;
        }
        return at(index) == '$' ? index + 1 : -1;
    }

    private int dollarQuoteEnd(int start) {
        int bodyStart = dollarTagEnd(start);
        String tag = sql.substring(start, bodyStart);
        int close = sql.indexOf(tag, bodyStart);
        if (close < 0) {
            throw unterminated("dollar quote " + tag, tag);
        }
        return close + tag.length();
    }

    private int numberEnd(int start) {
        int index = start;
        while (isDigit(at(index)) || at(index) == '.' || isWordPart(at(index)) || isExponentSign(index)) {
            index++;
        }
        return index;
    }

    private boolean isExponentSign(int index) {
        return (at(index) == '-' || at(index) == '+')
                && Character.toLowerCase(at(index - 1)) == 'e'
                && isDigit(at(index + 1));
    }

    private int wordEnd(int start) {
        int index = start;
        while (isWordPart(at(index))) {
            index++;
        }
        return index;
    }

    private int symbolEnd(int start) {
        if (at(start) == ':') {
            return at(start + 1) == ':' || at(start + 1) == '=' ? start + 2 : start + 1;
        }
        int index = start;
        while (OPERATOR_CHARACTERS.indexOf(at(index)) >= 0 && !startsComment(index)) {
            index++;
        }
        // The standard's rule, which makes two tokens of "=-": only an operator with a special character ends in a
        // sign.
        while (index > start + 1 && isSign(at(index - 1)) && !holdsSpecialCharacter(start, index)) {
            index--;
        }
        return Math.max(index, start + 1);
    }

    private static boolean isSign(char character) {
        return character == '+' || character == '-';
    }

    private boolean holdsSpecialCharacter(int start, int end) {
        return sql.substring(start, end).chars().anyMatch(character -> "~!@#%^&|?".indexOf(character) >= 0);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWordStart(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= 0x80 && !isSpace(character));
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || isDigit(character) || character == '$';
    }

    /** The character there, or NUL beyond the end, which no text of a statement holds. */
    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private AludelException unterminated(String what, String closing) {
        return AludelException.of(ErrorCode.MALFORMED_SQL, "The " + what + " that begins here never ends.")
                .at("line " + line)
                .remedy("Close it with " + closing + " .");
    }
}
