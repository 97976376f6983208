package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ansi.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks over the words of one clause that SQLite has accepted. */
final class ClauseWords {
    private final String sql;
    private final List<Token> tokens;
    private int position;

    ClauseWords(String sql) {
        this.sql = sql;
        this.tokens = SqliteExpressions.tokens(sql);
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    /** Steps over words where they all stand here. */
    boolean skip(String... words) {
        for (int index = 0; index < words.length; index++) {
            if (position + index >= tokens.size()
                    || !tokens.get(position + index).isWord(words[index])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    boolean isAtSymbol(String symbol) {
        return !atEnd() && tokens.get(position).isSymbol(symbol);
    }

    /** The name here, without its quotes. */
    String name() {
        return SqliteIdentifiers.unquoted(tokens.get(position++));
    }

    /** The name here, and the one behind the dot where there are two. */
    String lastName() {
        String name = name();
        while (isAtSymbol(".")) {
            position++;
            name = name();
        }
        return name;
    }

    /** The word here in capitals. */
    String word() {
        return tokens.get(position++).text().toUpperCase(Locale.ROOT);
    }

    /** What stands in the parentheses that open here, exactly as it is written; steps over them. */
    String group() {
        int close = SqliteExpressions.closing(tokens, position);
        String inside =
                sql.substring(tokens.get(position).end(), tokens.get(close).start());
        position = close + 1;
        return inside.strip();
    }

    /** The parts between commas of the parentheses that open here, exactly as they are written; steps over them. */
    List<String> list() {
        int close = SqliteExpressions.closing(tokens, position);
        List<String> parts = new ArrayList<>();
        int start = position + 1;
        int depth = 0;
        for (int index = position + 1; index <= close; index++) {
            boolean ends = index == close || (depth == 0 && tokens.get(index).isSymbol(","));
            if (ends) {
                parts.add(sql.substring(
                        tokens.get(start).start(), tokens.get(index - 1).end()));
                start = index + 1;
            }
            depth += StoredClauseReader.depthChange(tokens.get(index));
        }
        position = close + 1;
        return parts;
    }

    /** What is left, exactly as it is written. */
    String rest() {
        String text = atEnd()
                ? ""
                : sql.substring(
                        tokens.get(position).start(),
                        tokens.get(tokens.size() - 1).end());
        position = tokens.size();
        return text;
    }

    /** {@code ON CONFLICT REPLACE}; steps over it. */
    Optional<String> conflict() {
        return skip("ON", "CONFLICT") ? Optional.of("ON CONFLICT " + word()) : Optional.empty();
    }
}
