package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an {@code ALTER TABLE} leaves whose process was killed: H2 fills a copy of the table under a name of its own, with the
 * number of the session and a counter ({@code BOOK_COPY_3_2}), drops the table and puts the copy in its place.
 */
final class H2Leftovers {
    private static final String COLUMNS = """
            SELECT c.TABLE_NAME, c.COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS c
            JOIN INFORMATION_SCHEMA.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
            WHERE t.TABLE_TYPE = 'BASE TABLE' AND t.TABLE_SCHEMA = ? ORDER BY c.ORDINAL_POSITION
            """;

    private H2Leftovers() {}

    /** The table that a statement alters; a name is exact where it stands in quotes. */
    private record Altered(Optional<Token> schema, Token table) {}

    /**
     * Drops the copies of the altered table, where that is still there itself. A table that only has such a name may be
     * somebody's: it is dropped where all that it holds is in the altered table too, and else left alone.
     */
    static void clear(Connection connection, SqlStatement statement) throws SQLException {
        Optional<Altered> altered = altered(statement);
        if (altered.isEmpty()) {
            return;
        }
        Optional<String> schema = schema(connection, altered.get());
        if (schema.isEmpty()) {
            return;
        }
        Map<String, Set<String>> tables = columns(connection, schema.get());
        Token name = altered.get().table();
        for (String table : tables.keySet()) {
            if (means(name, table)) {
                Pattern copy = Pattern.compile(Pattern.quote(table) + "_COPY_\\d+_\\d+");
                for (String other : tables.keySet()) {
                    if (copy.matcher(other).matches()
                            && holdsNothingElse(connection, schema.get(), other, table, tables)) {
                        drop(connection, schema.get(), other);
                    }
                }
            }
        }
    }

    private static Optional<Altered> altered(SqlStatement statement) {
        List<Token> tokens = new ArrayList<>(SqlLexer.tokens(statement.sql(), LexicalRules.h2()));
        tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        if (tokens.size() < 4
                || !tokens.get(0).isWord("alter")
                || !tokens.get(1).isWord("table")) {
            return Optional.empty();
        }
        int name = tokens.get(2).isWord("if") ? 4 : 2;
        if (tokens.size() <= name + 2) {
            return Optional.empty();
        }
        return Optional.of(
                tokens.get(name + 1).isSymbol(".")
                        ? new Altered(Optional.of(tokens.get(name)), tokens.get(name + 2))
                        : new Altered(Optional.empty(), tokens.get(name)));
    }

    private static Optional<String> schema(Connection connection, Altered altered) throws SQLException {
        if (altered.schema().isEmpty()) {
            return Optional.ofNullable(connection.getSchema());
        }
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA")) {
            while (rows.next()) {
                if (means(altered.schema().get(), rows.getString(1))) {
                    return Optional.of(rows.getString(1));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Set<String>> columns(Connection connection, String schema) throws SQLException {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.computeIfAbsent(rows.getString(1), name -> new LinkedHashSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        return tables;
    }

    private static boolean means(Token written, String stored) {
        return written.kind() == Token.Kind.QUOTED_IDENTIFIER
                ? H2Identifiers.unquoted(written.text()).equals(stored)
                : written.text().equalsIgnoreCase(stored);
    }

    private static boolean holdsNothingElse(
            Connection connection, String schema, String copy, String table, Map<String, Set<String>> tables)
            throws SQLException {
        Set<String> shared = new LinkedHashSet<>(tables.getOrDefault(copy, Set.of()));
        shared.retainAll(tables.getOrDefault(table, Set.of()));
        if (shared.isEmpty()) {
            return false;
        }
        String columns = shared.stream().map(H2Identifiers::quoted).collect(Collectors.joining(", "));
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT " + columns + " FROM " + name(schema, copy)
                        + " EXCEPT SELECT " + columns + " FROM " + name(schema, table) + " LIMIT 1")) {
            return !rows.next();
        } catch (SQLDataException notComparable) {
            return false;
        }
    }

    private static String name(String schema, String table) {
        return H2Identifiers.quoted(schema) + "." + H2Identifiers.quoted(table);
    }

    private static void drop(Connection connection, String schema, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + name(schema, table));
        }
    }
}
