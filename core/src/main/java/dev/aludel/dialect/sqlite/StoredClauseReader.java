package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ansi.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cuts the words of a definition into its constraints, which SQLite lets follow one another without a comma. */
final class StoredClauseReader {
    private static final Set<String> STARTS = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS",
            "FOREIGN");

    private final String sql;
    private final List<Token> tokens;

    StoredClauseReader(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /** The index of the first constraint at or after an index; the number of words where none follows. */
    int firstStart(int from) {
        int depth = 0;
        for (int index = from; index < tokens.size(); index++) {
            if (depth == 0 && starts(index)) {
                return index;
            }
            depth += depthChange(tokens.get(index));
        }
        return tokens.size();
    }

    List<StoredClause> read(int from) {
        List<StoredClause> clauses = new ArrayList<>();
        int start = firstStart(from);
        while (start < tokens.size()) {
            boolean named = tokens.get(start).isWord("CONSTRAINT") && start + 2 < tokens.size();
            int body = named ? start + 2 : start;
            int end = firstStart(body + 1);
            clauses.add(clause(named ? Optional.of(tokens.get(start + 1)) : Optional.empty(), body, end));
            start = end;
        }
        return clauses;
    }

    private StoredClause clause(Optional<Token> name, int body, int end) {
        String keyword = tokens.get(body).text().toUpperCase(Locale.ROOT);
        return new StoredClause(name.map(StoredTableParser::unquoted), keyword, text(body, end));
    }

    /** The source from one word up to another, the latter not included. */
    String text(int from, int end) {
        return from == end
                ? ""
                : sql.substring(tokens.get(from).start(), tokens.get(end - 1).end());
    }

    static int depthChange(Token token) {
        if (token.isSymbol("(")) {
            return 1;
        }
        return token.isSymbol(")") ? -1 : 0;
    }

    private boolean starts(int index) {
        Token token = tokens.get(index);
        return token.kind() == Token.Kind.WORD
                && STARTS.contains(token.text().toUpperCase(Locale.ROOT))
                && !continues(token, index);
    }

    /** True for a word that could start a constraint and here is a part of the one before. */
    private boolean continues(Token token, int index) {
        if (token.isWord("NOT")) {
            return index + 1 < tokens.size() && tokens.get(index + 1).isWord("DEFERRABLE");
        }
        if (token.isWord("NULL")) {
            return follows(index, "NOT", "SET", "DEFAULT");
        }
        if (token.isWord("DEFAULT")) {
            return follows(index, "SET");
        }
        if (token.isWord("AS")) {
            return follows(index, "ALWAYS");
        }
        return token.isWord("REFERENCES") && belongsToForeignKey(index);
    }

    private boolean follows(int index, String... words) {
        for (String word : words) {
            if (index > 0 && tokens.get(index - 1).isWord(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean belongsToForeignKey(int index) {
        int open = index - 1;
        while (open > 1 && !tokens.get(open).isSymbol("(")) {
            open--;
        }
        return open > 1
                && tokens.get(open - 1).isWord("KEY")
                && tokens.get(open - 2).isWord("FOREIGN");
    }
}
