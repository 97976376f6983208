package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts text into statements at each semicolon outside strings, names and comments; {@code $$ … $$} is a string. Only
 * statements that read and write rows take part in a transaction: all others commit it. Transaction control is refused
 * with its line.
 */
final class H2Splitter {
    private static final Set<String> TRANSACTIONAL = Set.of(
            "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES", "TABLE", "CALL", "EXPLAIN", "SET");
    private static final Set<String> CONTROL = Set.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "START");

    private final String sql;
    private final SqlLexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();

    private H2Splitter(String sql) {
        this.sql = sql;
        this.lexer = new SqlLexer(sql, LexicalRules.h2());
    }

    static List<SqlStatement> split(String sql) {
        return new H2Splitter(sql).run();
    }

    private List<SqlStatement> run() {
        for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
            Token token = next.get();
            if (token.isSymbol(";")) {
                finish();
            } else if (token.kind() != Token.Kind.COMMENT) {
                current.add(token);
            }
        }
        finish();
        return statements;
    }

    private void finish() {
        if (!current.isEmpty()) {
            Token first = current.get(0);
            refuseControl(first);
            String text =
                    sql.substring(first.start(), current.get(current.size() - 1).end());
            boolean query = first.isSymbol("(");
            statements.add(new SqlStatement(text, first.line(), query || TRANSACTIONAL.contains(word(0))));
        }
        current.clear();
    }

    private String word(int index) {
        return index < current.size() ? current.get(index).text().toUpperCase(Locale.ROOT) : "";
    }

    private void refuseControl(Token first) {
        String word = word(0);
        if (CONTROL.contains(word) || (word.equals("SET") && word(1).equals("AUTOCOMMIT")) || isPreparedCommit()) {
            throw refused(
                    first.line(),
                    word + " cannot be in a migration: Aludel begins and ends the transaction.",
                    "Remove it. Split the migration in two where a part must be committed on its own.");
        }
        if (word.equals("SHUTDOWN")) {
            throw refused(
                    first.line(),
                    "SHUTDOWN cannot be in a migration: it closes the database under Aludel's feet.",
                    "Remove it, and shut the database down after the run.");
        }
    }

    private boolean isPreparedCommit() {
        return word(0).equals("PREPARE") && word(1).equals("COMMIT");
    }

    private static AludelException refused(int line, String what, String remedy) {
        return AludelException.of(ErrorCode.MALFORMED_SQL, what)
                .at("line " + line)
                .remedy(remedy);
    }
}
