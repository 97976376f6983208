package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Index;
import java.util.List;
import java.util.Optional;

/** Makes an index of the {@code CREATE INDEX} text that SQLite keeps. */
final class IndexReader {
    private IndexReader() {}

    /** @param name as the catalogue has it */
    static Index read(String name, String sql) {
        ClauseWords words = new ClauseWords(sql);
        words.skip("CREATE");
        boolean unique = words.skip("UNIQUE");
        words.skip("INDEX");
        words.skip("IF", "NOT", "EXISTS");
        words.lastName();
        words.skip("ON");
        words.lastName();
        List<Index.Part> parts = words.list().stream().map(IndexReader::part).toList();
        Optional<String> where = words.skip("WHERE") ? Optional.of(words.rest()) : Optional.empty();
        return new Index(Optional.of(name), parts, unique, Optional.empty(), where);
    }

    private static Index.Part part(String sql) {
        boolean descending = sql.matches("(?is).*\\sDESC");
        String text = sql.replaceFirst("(?is)\\s+(?:ASC|DESC)$", "");
        ClauseWords words = new ClauseWords(text);
        boolean expression = words.isAtSymbol("(");
        String name = expression ? "" : words.name();
        return expression || !words.atEnd()
                ? new Index.Part(text, true, descending, Optional.empty())
                : new Index.Part(name, false, descending, Optional.empty());
    }
}
