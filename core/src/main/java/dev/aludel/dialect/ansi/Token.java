package dev.aludel.dialect.ansi;

/**
 * One word of SQL text.
 *
 * @param text exactly as it stands in the source
 * @param start offset of its first character
 * @param line of its first character, from 1
 */
public record Token(Kind kind, String text, int start, int line) {

    /** What a token is. */
    public enum Kind {
        /** A keyword or an identifier without quotes. */
        WORD,
        QUOTED_IDENTIFIER,
        /** A string in single quotes with its prefix ({@code E'…'}), or a dollar-quoted one. */
        STRING,
        NUMBER,
        /** An operator of one or more characters, or a single character such as a parenthesis. */
        SYMBOL,
        COMMENT
    }

    /** The offset after its last character. */
    public int end() {
        return start + text.length();
    }

    /** True for this word without quotes, in any case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
