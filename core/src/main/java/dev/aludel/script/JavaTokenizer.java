package dev.aludel.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Java source into the few kinds of token that a header consists of; stops after the first class's opening brace. */
final class JavaTokenizer {
    /** A pair of backslashes is found first, since a Unicode escape does not begin at the second one of it. */
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\\\\\|\\\\u+([0-9a-fA-F]{4})");

    private final String file;
    private final String text;
    private final List<JavaToken> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private boolean sawType;

    private JavaTokenizer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<JavaToken> tokenize(String file, String text) {
        JavaTokenizer tokenizer = new JavaTokenizer(file, text);
        while (tokenizer.position < text.length() && !tokenizer.isComplete()) {
            tokenizer.readToken();
        }
        return tokenizer.tokens;
    }

    private boolean isComplete() {
        return sawType && !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol("{");
    }

    private void readToken() {
        char c = text.charAt(position);
        if (Character.isWhitespace(c)) {
            advance(1);
        } else if (text.startsWith("//", position)) {
            advance(lengthUntil("\n", 2));
        } else if (text.startsWith("/*", position)) {
            readComment();
        } else if (text.startsWith("\"\"\"", position)) {
            readTextBlock();
        } else if (c == '"') {
            readString();
        } else if (c == '\'') {
            advance(text.startsWith("\\", position + 1) ? 4 : 3);
        } else if (Character.isJavaIdentifierStart(c)) {
            readWord();
        } else {
            add(JavaToken.Kind.SYMBOL, String.valueOf(c), 1);
        }
    }

    private void readComment() {
        int length = lengthUntil("*/", 2) + 2;
        String comment = text.substring(position, Math.min(text.length(), position + length));
        if (comment.startsWith("/**") && comment.length() > 4) {
            add(JavaToken.Kind.JAVADOC, comment, length);
        } else {
            advance(length);
        }
    }

    private void readTextBlock() {
        int length = lengthUntil("\"\"\"", 3) + 3;
        String body = text.substring(position + 3, Math.min(text.length(), position + length - 3));
        add(JavaToken.Kind.STRING, translate(body.stripIndent().strip()), length);
    }

    private void readString() {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) == '\n') {
            throw Header.malformed(file, line, "a string literal does not end.");
        }
        add(JavaToken.Kind.STRING, translate(text.substring(position + 1, end)), end + 1 - position);
    }

    private String translate(String literal) {
        try {
            return UNICODE_ESCAPE
                    .matcher(literal)
                    .replaceAll(escape -> Matcher.quoteReplacement(
                            escape.group(1) == null
                                    ? escape.group()
                                    : String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                    .translateEscapes();
        } catch (IllegalArgumentException wrong) {
            throw Header.malformed(file, line, "a string literal has an unknown escape: \"" + literal + "\".");
        }
    }

    private void readWord() {
        int end = position + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(position, end);
        sawType |= List.of("class", "record", "enum", "interface").contains(word);
        add(JavaToken.Kind.WORD, word, end - position);
    }

    private void add(JavaToken.Kind kind, String value, int length) {
        int end = Math.min(text.length(), position + length);
        tokens.add(new JavaToken(kind, value, line, position, end));
        advance(length);
    }

    private int lengthUntil(String end, int from) {
        int found = text.indexOf(end, position + from);
        return (found < 0 ? text.length() : found) - position;
    }

    private void advance(int length) {
        int end = Math.min(text.length(), position + length);
        for (; position < end; position++) {
            if (text.charAt(position) == '\n') {
                line++;
            }
        }
    }
}
