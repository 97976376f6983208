package dev.aludel.dialect.sqlite;

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
 * Cuts text into statements at each semicolon outside strings, names and comments, and outside the body of a trigger, which
 * ends with the END that belongs to its BEGIN. Transaction control is refused with its line.
 *
 * @see <a href="https://sqlite.org/c3ref/complete.html">Whether a statement is complete</a>
 */
final class SqliteSplitter {
    private static final Set<String> CONTROL = Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");
    private static final Set<String> ALONE = Set.of("VACUUM", "ATTACH", "DETACH");

    /** What takes no effect, or another, while a transaction is open. */
    private static final Set<String> PRAGMAS_ALONE =
            Set.of("FOREIGN_KEYS", "JOURNAL_MODE", "SYNCHRONOUS", "PAGE_SIZE", "AUTO_VACUUM", "ENCODING");

    private final String sql;
    private final SqlLexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private int depth;

    private SqliteSplitter(String sql) {
        this.sql = sql;
        this.lexer = new SqlLexer(sql, LexicalRules.sqlite());
    }

    static List<SqlStatement> split(String sql) {
        return new SqliteSplitter(sql).run();
    }

    private List<SqlStatement> run() {
        for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
            Token token = next.get();
            if (token.isSymbol(";") && depth == 0) {
                finish();
            } else if (token.kind() != Token.Kind.COMMENT) {
                follow(token);
                current.add(token);
            }
        }
        finish();
        return statements;
    }

    /** Counts what an END ends, within a trigger. */
    private void follow(Token token) {
        if (!isTrigger()) {
            return;
        }
        boolean opens = depth == 0 ? token.isWord("BEGIN") : token.isWord("CASE");
        if (opens) {
            depth++;
        } else if (depth > 0 && token.isWord("END") && !isName()) {
            depth--;
        }
    }

    /** True behind a dot. */
    private boolean isName() {
        return !current.isEmpty() && current.get(current.size() - 1).isSymbol(".");
    }

    private boolean isTrigger() {
        return word(0).equals("CREATE")
                && (word(1).equals("TRIGGER") || (word(1).startsWith("TEMP") && word(2).equals("TRIGGER")));
    }

    private void finish() {
        if (!current.isEmpty()) {
            Token first = current.get(0);
            refuseControl(first);
            String text =
                    sql.substring(first.start(), current.get(current.size() - 1).end());
            statements.add(new SqlStatement(text, first.line(), !standsAlone()));
        }
        current.clear();
        depth = 0;
    }

    private boolean standsAlone() {
        return ALONE.contains(word(0)) || (word(0).equals("PRAGMA") && PRAGMAS_ALONE.contains(pragma()));
    }

    private String pragma() {
        return current.size() > 3 && current.get(2).isSymbol(".") ? word(3) : word(1);
    }

    private String word(int index) {
        return index < current.size() ? current.get(index).text().toUpperCase(Locale.ROOT) : "";
    }

    private void refuseControl(Token first) {
        if (CONTROL.contains(word(0))) {
            throw AludelException.of(
                            ErrorCode.MALFORMED_SQL,
                            word(0) + " cannot be in a migration: Aludel begins and ends the transaction.")
                    .at("line " + first.line())
                    .remedy("Remove it. Split the migration in two where a part must be committed on its own.");
        }
    }
}
