package dev.aludel.runtime;

import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a script as psql does: statement by statement, stopping at an error only where it is told to. */
final class SqlClient {
    private static final String STOP = "\\set ON_ERROR_STOP on";

    private final Connection connection;
    private boolean stopping;

    private SqlClient(Connection connection, boolean stopping) {
        this.connection = connection;
        this.stopping = stopping;
    }

    /** Runs with {@code -v ON_ERROR_STOP=1}; returns the error, where there was one. */
    static List<String> runStopping(Connection connection, String script) throws SQLException {
        return new SqlClient(connection, true).run(script);
    }

    /** Runs as psql does by default; returns all errors. */
    static List<String> runOn(Connection connection, String script) throws SQLException {
        return new SqlClient(connection, false).run(script);
    }

    private List<String> run(String script) throws SQLException {
        List<String> errors = new ArrayList<>();
        for (String statement : statements(script)) {
            if (statement.equals(STOP)) {
                stopping = true;
                continue;
            }
            Optional<String> error = send(statement);
            error.ifPresent(errors::add);
            if (error.isPresent() && stopping) {
                connection.close();
                return errors;
            }
        }
        return errors;
    }

    private Optional<String> send(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
            return Optional.empty();
        } catch (SQLException failure) {
            return Optional.of(failure.getSQLState() + " " + failure.getMessage());
        }
    }

    /** Cut at semicolons; a command of psql is a line of its own. */
    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        int start = -1;
        int skip = 0;
        for (Token token : SqlLexer.tokens(script, LexicalRules.postgresql())) {
            if (token.kind() == Token.Kind.COMMENT || token.start() < skip) {
                continue;
            }
            if (start < 0 && token.isSymbol("\\")) {
                skip = script.indexOf('\n', token.start());
                statements.add(script.substring(token.start(), skip));
            } else if (token.isSymbol(";")) {
                statements.add(script.substring(start, token.start()));
                start = -1;
            } else if (start < 0) {
                start = token.start();
            }
        }
        if (start >= 0) {
            throw new IllegalArgumentException("a statement has no end: " + script.substring(start));
        }
        return statements;
    }
}
