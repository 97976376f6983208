package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts text into statements where the server would end them: at a semicolon outside strings, comments and the bodies of
 * routines, triggers and events. A client's {@code DELIMITER} lines are obeyed as well, so that dumps can be used.
 * Comments for one version of the server are statements. Transaction control is refused with its line.
 */
final class MySqlSplitter {
    private static final Set<String> WITH_BODY = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    private static final Set<String> BLOCKS = Set.of("IF", "CASE", "LOOP", "WHILE", "REPEAT");

    private static final Set<String> CONTROL = Set.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "XA");

    /** The words after which a new statement begins inside of a body. */
    private static final Set<String> STARTS = Set.of("BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "ROW");

    private final String sql;
    private final List<Token> tokens;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private String delimiter = ";";
    private int blocks;

    private MySqlSplitter(String sql) {
        this.sql = sql;
        this.tokens = all(sql);
    }

    static List<SqlStatement> split(String sql) {
        return new MySqlSplitter(sql).run();
    }

    private static List<Token> all(String sql) {
        SqlLexer lexer = new SqlLexer(sql, MySqlLexer.RULES);
        List<Token> tokens = new ArrayList<>();
        for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
            next.filter(MySqlSplitter::isCode).ifPresent(tokens::add);
        }
        return tokens;
    }

    /** {@code /*!40101 SET NAMES utf8 *}{@code /} is a comment only for other servers. */
    private static boolean isCode(Token token) {
        return token.kind() != Token.Kind.COMMENT
                || token.text().startsWith("/*!")
                || token.text().startsWith("/*M!");
    }

    private List<SqlStatement> run() {
        int index = 0;
        while (index < tokens.size()) {
            cutOutDelimiter(index);
            Token token = tokens.get(index);
            if (current.isEmpty() && token.isWord("delimiter")) {
                index = readDelimiter(token, index);
            } else if (endsStatement(token)) {
                int end = token.start() + delimiter.length();
                finish();
                while (index < tokens.size() && tokens.get(index).start() < end) {
                    index++;
                }
            } else {
                track(token);
                current.add(token);
                index++;
            }
        }
        finish();
        return statements;
    }

    private int readDelimiter(Token word, int index) {
        int lineEnd = sql.indexOf('\n', word.start());
        int end = lineEnd < 0 ? sql.length() : lineEnd;
        delimiter = sql.substring(word.end(), end).strip();
        if (delimiter.isEmpty()) {
            throw refused(word.line(), "DELIMITER names none.", "Write DELIMITER ; or remove it.");
        }
        int next = index;
        while (next < tokens.size() && tokens.get(next).start() < end) {
            next++;
        }
        return next;
    }

    /** {@code END$$} is one word to the lexer, and an end and a delimiter to the client. */
    private void cutOutDelimiter(int index) {
        Token token = tokens.get(index);
        int from = token.text().indexOf(delimiter);
        boolean quoted = token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.QUOTED_IDENTIFIER
                || token.kind() == Token.Kind.COMMENT;
        if (from < 0 || quoted || token.text().equals(delimiter)) {
            return;
        }
        int to = from + delimiter.length();
        List<Token> parts = Stream.of(
                        part(token, 0, from),
                        part(token, from, to),
                        part(token, to, token.text().length()))
                .filter(part -> !part.text().isEmpty())
                .toList();
        tokens.remove(index);
        tokens.addAll(index, parts);
    }

    private static Token part(Token token, int from, int to) {
        return new Token(token.kind(), token.text().substring(from, to), token.start() + from, token.line());
    }

    private boolean endsStatement(Token token) {
        return sql.startsWith(delimiter, token.start())
                && (!delimiter.equals(";") || (blocks == 0 && token.isSymbol(";")));
    }

    private void track(Token token) {
        if (!delimiter.equals(";") || token.kind() != Token.Kind.WORD || !createsBody()) {
            return;
        }
        String word = token.text().toUpperCase(Locale.ROOT);
        boolean closes = last("END");
        if (word.equals("BEGIN") || (word.equals("CASE") && !closes)) {
            blocks++;
        } else if (word.equals("END") && blocks > 0) {
            blocks--;
        } else if (BLOCKS.contains(word) && !closes && startsStatement()) {
            blocks++;
        }
    }

    private boolean startsStatement() {
        Token last = current.get(current.size() - 1);
        return last.isSymbol(";")
                || last.isSymbol(":")
                || (last.kind() == Token.Kind.WORD
                        && STARTS.contains(last.text().toUpperCase(Locale.ROOT)));
    }

    private boolean last(String word) {
        return !current.isEmpty() && current.get(current.size() - 1).isWord(word);
    }

    private boolean createsBody() {
        return !current.isEmpty()
                && current.get(0).isWord("create")
                && current.stream()
                        .limit(12)
                        .anyMatch(token -> token.kind() == Token.Kind.WORD
                                && WITH_BODY.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    private void finish() {
        if (!current.isEmpty()) {
            Token first = current.get(0);
            refuseTransactionControl(first);
            String text =
                    sql.substring(first.start(), current.get(current.size() - 1).end());
            statements.add(new SqlStatement(text, first.line(), !ImplicitCommit.matches(current)));
        }
        current.clear();
        blocks = 0;
    }

    private void refuseTransactionControl(Token first) {
        boolean setting = setsAutoCommit(first);
        if (setting
                || (first.kind() == Token.Kind.WORD
                        && CONTROL.contains(first.text().toUpperCase(Locale.ROOT)))
                || (first.isWord("start")
                        && current.size() > 1
                        && current.get(1).isWord("transaction"))) {
            throw refused(
                    first.line(),
                    (setting ? "SET autocommit" : first.text().toUpperCase(Locale.ROOT))
                            + " cannot be in a migration: Aludel begins and ends the transaction.",
                    "Remove it. Split the migration in two where a part must be committed on its own.");
        }
    }

    /** Not {@code SET @autocommit = 0}, which is a variable of the user's, nor where the setting is only read. */
    private boolean setsAutoCommit(Token first) {
        return first.isWord("set")
                && IntStream.range(1, current.size() - 1)
                        .anyMatch(index -> current.get(index).isWord("autocommit")
                                && !current.get(index - 1).text().equals("@")
                                && current.get(index + 1).text().matches(":?=.*"));
    }

    private static AludelException refused(int line, String what, String remedy) {
        return AludelException.of(ErrorCode.MALFORMED_SQL, what)
                .at("line " + line)
                .remedy(remedy);
    }
}
