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
 * What {@code CREATE INDEX CONCURRENTLY} and {@code DROP INDEX CONCURRENTLY} leave when they do not end. With
 * {@code IF NOT EXISTS} the next attempt would take an invalid index for the index.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     indexes concurrently</a>
 */
final class PostgresLeftovers {
    private static final String FOUND = """
            SELECT i.indexrelid::regclass::text
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = ? AND i.indrelid = to_regclass(?)
            """;
    private static final String INVALID = FOUND + """
              AND NOT i.indisvalid
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
            """;

    private PostgresLeftovers() {}

    /** An index that a statement builds: its name as the catalogue has it, its table as it is written. */
    private record Build(String index, String table) {}

    /** Drops the invalid index. */
    static void clear(Connection connection, SqlStatement statement) throws SQLException {
        Optional<Build> build = build(tokens(statement));
        Optional<String> index = build.isPresent() ? find(connection, INVALID, build.get()) : Optional.empty();
        if (index.isPresent()) {
            try (Statement drop = connection.createStatement()) {
                drop.execute("DROP INDEX CONCURRENTLY " + index.get());
            }
        }
    }

    /** Whether the index is there, or gone, as the statement wants it; empty for other statements. */
    static Optional<Boolean> tookEffect(Connection connection, SqlStatement statement) throws SQLException {
        List<Token> tokens = tokens(statement);
        Optional<Build> build = build(tokens);
        if (build.isPresent()) {
            return Optional.of(find(connection, FOUND, build.get()).isPresent());
        }
        boolean drops = tokens.size() > 3
                && tokens.get(0).isWord("drop")
                && tokens.get(2).isWord("concurrently")
                && tokens.stream().noneMatch(token -> token.isSymbol(",") || token.isWord("if"));
        return drops ? Optional.of(!exists(connection, qualifiedName(tokens, 3))) : Optional.empty();
    }

    private static List<Token> tokens(SqlStatement statement) {
        List<Token> tokens = new ArrayList<>(SqlLexer.tokens(statement.sql(), LexicalRules.postgresql()));
        tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        return tokens;
    }

    private static Optional<Build> build(List<Token> tokens) {
        int on = firstIndexOf(tokens, "on");
        boolean named =
                on > 3 && tokens.get(0).isWord("create") && !tokens.get(on - 1).isWord("concurrently");
        boolean concurrently = tokens.stream().limit(4).anyMatch(token -> token.isWord("concurrently"));
        return named && concurrently
                ? Optional.of(new Build(name(tokens.get(on - 1)), table(tokens, on + 1)))
                : Optional.empty();
    }

    private static Optional<String> find(Connection connection, String sql, Build build) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, build.index());
            query.setString(2, build.table());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static boolean exists(Connection connection, String relation) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, relation);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
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
        return qualifiedName(tokens, start < tokens.size() && tokens.get(start).isWord("only") ? start + 1 : start);
    }

    private static String qualifiedName(List<Token> tokens, int first) {
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
