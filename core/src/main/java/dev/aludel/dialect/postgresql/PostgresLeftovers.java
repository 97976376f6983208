package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Drops the invalid index that {@code CREATE INDEX CONCURRENTLY} leaves when it fails. With {@code IF NOT EXISTS} the next
 * attempt would take it for the index.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     indexes concurrently</a>
 */
final class PostgresLeftovers {
    private static final String INVALID = """
            SELECT i.indexrelid::regclass::text
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE NOT i.indisvalid AND c.relname = ? AND i.indrelid = to_regclass(?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
            """;

    private PostgresLeftovers() {}

    static void clear(Connection connection, SqlStatement statement) throws SQLException {
        List<Token> tokens = new ArrayList<>(SqlLexer.tokens(statement.sql(), LexicalRules.postgresql()));
        tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        int on = firstIndexOf(tokens, "on");
        boolean named =
                on > 3 && tokens.get(0).isWord("create") && !tokens.get(on - 1).isWord("concurrently");
        boolean concurrently = tokens.stream().limit(4).anyMatch(token -> token.isWord("concurrently"));
        if (named && concurrently) {
            Optional<String> index = findInvalid(connection, name(tokens.get(on - 1)), table(tokens, on + 1));
            if (index.isPresent()) {
                try (Statement drop = connection.createStatement()) {
                    drop.execute("DROP INDEX CONCURRENTLY " + index.get());
                }
            }
        }
    }

    private static Optional<String> findInvalid(Connection connection, String index, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INVALID)) {
            query.setString(1, index);
            query.setString(2, table);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static int firstIndexOf(List<Token> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }

    /** The table as it is written, which is how the server reads it again. */
    private static String table(List<Token> tokens, int start) {
        int first = start < tokens.size() && tokens.get(start).isWord("only") ? start + 1 : start;
        StringBuilder text = new StringBuilder();
        for (int i = first; i < tokens.size(); i += 2) {
            text.append(tokens.get(i).text());
            if (i + 1 >= tokens.size() || !tokens.get(i + 1).isSymbol(".")) {
                break;
            }
            text.append('.');
        }
        return text.toString();
    }

    private static String name(Token token) {
        return token.kind() == Token.Kind.QUOTED_IDENTIFIER
                ? token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"")
                : PostgresIdentifiers.truncate(token.text().toLowerCase(Locale.ROOT));
    }
}
