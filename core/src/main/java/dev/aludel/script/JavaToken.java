package dev.aludel.script;

/**
 * A word, symbol, string or Javadoc of Java source.
 *
 * @param text what it means: of a string its value
 * @param line where it starts, from 1
 * @param start offset of its first character in the source
 * @param end offset behind its last one
 */
record JavaToken(Kind kind, String text, int line, int start, int end) {

    enum Kind {
        WORD,
        SYMBOL,
        STRING,
        JAVADOC
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
