package dev.aludel.script;

/** A word, symbol, string or Javadoc of Java source; the line is where it starts, from 1. */
record JavaToken(Kind kind, String text, int line) {

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
