package dev.aludel.dialect.postgresql;

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

/**
 * Cuts text into statements where psql would: at a semicolon outside strings, comments, parentheses and
 * {@code BEGIN ATOMIC} bodies. What cannot be in a migration (psql's commands, {@code COPY … FROM STDIN}, transaction
 * control) is refused with its line.
 */
final class PostgresSplitter {
    private final String sql;
    private final SqlLexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private int parentheses;
    private int blocks;

    private PostgresSplitter(String sql) {
        this.sql = sql;
        this.lexer = new SqlLexer(sql, LexicalRules.postgresql());
    }

    static List<SqlStatement> split(String sql) {
        return new PostgresSplitter(sql).run();
    }

    private List<SqlStatement> run() {
        for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
            next.filter(token -> token.kind() != Token.Kind.COMMENT).ifPresent(this::add);
        }
        finish();
        return statements;
    }

    private void add(Token token) {
        if (token.isSymbol("\\")) {
            throw refused(
                    token.line(),
                    "A command of psql cannot be in a migration: " + lineOf(token) + ".",
                    "Remove it, or say it in SQL; for \\copy use INSERT, or op.run with the driver's copy API.");
        }
        if (token.isSymbol(";") && parentheses == 0 && blocks == 0) {
            finish();
            return;
        }
        track(token);
        current.add(token);
    }

    private void track(Token token) {
        if (token.isSymbol("(")) {
            parentheses++;
        } else if (token.isSymbol(")")) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (token.isWord("atomic") && !current.isEmpty() && last().isWord("begin") && createsRoutine()) {
            blocks++;
        } else if (blocks > 0 && token.isWord("case")) {
            blocks++;
        } else if (blocks > 0 && token.isWord("end")) {
            blocks--;
        }
    }

    private boolean createsRoutine() {
        return current.get(0).isWord("create")
                && current.stream().limit(4).anyMatch(token -> token.isWord("function") || token.isWord("procedure"));
    }

    private void finish() {
        if (!current.isEmpty()) {
            Token first = current.get(0);
            List<String> words = words();
            refuseTransactionControl(first, words);
            refuseCopy(first, words);
            String text = sql.substring(first.start(), last().end());
            statements.add(new SqlStatement(text, first.line(), !StandsAlone.matches(words)));
        }
        current.clear();
        parentheses = 0;
        blocks = 0;
    }

    private Token last() {
        return current.get(current.size() - 1);
    }

    /** The words outside quotes and parentheses, in upper case. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (Token token : current) {
            if (token.kind() == Token.Kind.WORD) {
                words.add(token.text().toUpperCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static void refuseTransactionControl(Token first, List<String> words) {
        boolean control = switch (words.isEmpty() ? "" : words.get(0)) {
            case "BEGIN", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" -> true;
            case "START", "PREPARE" -> words.size() > 1 && words.get(1).equals("TRANSACTION");
            default -> false;
        };
        if (control) {
            throw refused(
                    first.line(),
                    words.get(0) + " cannot be in a migration: Aludel begins and ends the transaction.",
                    "Remove it. Split the migration in two where a part must be committed on its own.");
        }
    }

    private static void refuseCopy(Token first, List<String> words) {
        int from = words.indexOf("FROM");
        boolean fromClient = first.isWord("copy")
                && from > 0
                && words.size() > from + 1
                && words.get(from + 1).equals("STDIN");
        if (fromClient) {
            throw refused(
                    first.line(),
                    "COPY … FROM STDIN cannot be in a migration: its rows are not SQL.",
                    "Use INSERT, or op.run with the driver's copy API (org.postgresql.copy.CopyManager).");
        }
    }

    private String lineOf(Token token) {
        int end = sql.indexOf('\n', token.start());
        String text = sql.substring(token.start(), end < 0 ? sql.length() : end).strip();
        return text.length() > 60 ? text.substring(0, 60) + " …" : text;
    }

    private static AludelException refused(int line, String what, String remedy) {
        return AludelException.of(ErrorCode.MALFORMED_SQL, what)
                .at("line " + line)
                .remedy(remedy);
    }
}
