package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code CREATE TABLE} text that SQLite keeps, for constraint names, checks and what else no pragma tells. */
public final class StoredTableParser {
    private final String sql;
    private final List<Token> tokens;
    private final List<StoredColumn> columns = new ArrayList<>();
    private final List<StoredClause> clauses = new ArrayList<>();

    private StoredTableParser(String sql) {
        this.sql = sql;
        this.tokens = SqlLexer.tokens(sql, LexicalRules.sqlite());
    }

    /** Reads a text that SQLite has accepted: what is no table definition gives a table without columns. */
    public static StoredTable parse(String sql) {
        return new StoredTableParser(sql).table();
    }

    /** The name that a word spells, without its quotes. */
    static String unquoted(Token token) {
        String text = token.text();
        if (token.kind() == Token.Kind.WORD) {
            return text;
        }
        String quote = text.substring(text.length() - 1);
        String inside = text.substring(1, text.length() - 1);
        return quote.equals("]") ? inside : inside.replace(quote + quote, quote);
    }

    private StoredTable table() {
        int index = 0;
        while (index < tokens.size() && !tokens.get(index).isSymbol("(")) {
            index++;
        }
        int end = definitions(index + 1);
        List<Token> options = tokens.subList(Math.min(end, tokens.size()), tokens.size());
        return new StoredTable(columns, clauses, holds(options, "WITHOUT"), holds(options, "STRICT"));
    }

    private static boolean holds(List<Token> options, String word) {
        return options.stream().anyMatch(token -> token.isWord(word));
    }

    /** Reads up to the parenthesis that closes the table and returns the index after it. */
    private int definitions(int from) {
        int depth = 0;
        int start = from;
        for (int index = from; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            boolean closes = depth == 0 && token.isSymbol(")");
            if (closes || (depth == 0 && token.isSymbol(","))) {
                definition(tokens.subList(start, index));
                start = index + 1;
            }
            if (closes) {
                return index + 1;
            }
            depth += StoredClauseReader.depthChange(token);
        }
        return tokens.size();
    }

    private void definition(List<Token> words) {
        StoredClauseReader reader = new StoredClauseReader(sql, words);
        if (reader.firstStart(0) == 0) {
            clauses.addAll(reader.read(0));
            return;
        }
        int end = reader.firstStart(1);
        columns.add(new StoredColumn(unquoted(words.get(0)), reader.text(1, end), reader.read(end)));
    }
}
