package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Reads the bodies of routines, triggers and events as they were written. INFORMATION_SCHEMA shows their strings without
 * what was escaped in them, {@code 'it's'} for {@code 'it''s'}, so that a body with strings is asked for on its own.
 */
final class MySqlBodyReader {
    private final Connection connection;

    MySqlBodyReader(Connection connection) {
        this.connection = connection;
    }

    /** @param shown what INFORMATION_SCHEMA says, which is right where no string is in it */
    String read(ObjectName object, String shown) throws SQLException {
        if (shown.indexOf('\'') < 0 && shown.indexOf('"') < 0) {
            return shown;
        }
        String sql = definition(object);
        return switch (object.kind()) {
            case TRIGGER -> afterRow(sql);
            case EVENT -> sql.substring(end(MySqlLexer.tokens(sql), 0, "do")).strip();
            default -> afterCharacteristics(sql);
        };
    }

    private String definition(ObjectName object) throws SQLException {
        String name = MySqlRenderer.CLAUSES.table(object.table()
                .map(table -> table.withName(object.name().name()))
                .orElse(object.name()));
        String words = object.kind().words();
        String column = object.kind() == ObjectName.Kind.TRIGGER ? "SQL Original Statement" : "Create " + words;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE " + words + " " + name)) {
            row.next();
            return Objects.requireNonNull(row.getString(column));
        }
    }

    private static int end(List<Token> tokens, int from, String word) {
        return tokens.get(place(tokens, from, word)).end();
    }

    private static int place(List<Token> tokens, int from, String word) {
        for (int index = from; index < tokens.size(); index++) {
            if (tokens.get(index).isWord(word)) {
                return index;
            }
        }
        throw new IllegalStateException("the server's definition has no " + word);
    }

    /** After {@code FOR EACH ROW}, and the trigger that it follows or precedes. */
    private static String afterRow(String sql) {
        List<Token> tokens = MySqlLexer.tokens(sql);
        int row = place(tokens, place(tokens, 0, "each"), "row");
        Token next = tokens.get(row + 1);
        boolean ordered = next.isWord("follows") || next.isWord("precedes");
        return sql.substring(tokens.get(row + (ordered ? 3 : 1)).start()).strip();
    }

    /** The server writes each characteristic of a routine in a line of its own, indented, between arguments and body. */
    private static String afterCharacteristics(String sql) {
        String rest = sql.substring(sql.indexOf('\n', endOfArguments(sql)) + 1);
        while (rest.startsWith("    ")) {
            rest = rest.substring(rest.indexOf('\n') + 1);
        }
        return rest.strip();
    }

    private static int endOfArguments(String sql) {
        int depth = 0;
        for (Token token : MySqlLexer.tokens(sql)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(")")) {
                return token.end();
            }
        }
        throw new IllegalStateException("the server's definition has no arguments");
    }
}
