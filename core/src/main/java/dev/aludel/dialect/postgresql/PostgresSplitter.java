package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL text into statements as psql would (manual: 4.1): a semicolon ends one unless it stands in a string, a quoted
 * identifier, a dollar-quoted body, a comment, parentheses, or the body of {@code BEGIN ATOMIC … END}. One pass over the
 * text. What cannot run inside a migration is refused: COPY data, psql's own commands, transaction control.
 */
final class PostgresSplitter {
    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int position;
    private int line = 1;

    /** Where the statement being read begins; -1 before its first token. */
    private int start = -1;

    private int startLine = 1;
    private int parentheses;
    private int atomic;
    private final List<String> words = new ArrayList<>();

    PostgresSplitter(String text) {
        this.text = text;
    }

    List<SqlStatement> split() {
        while (position < text.length()) {
            step();
        }
        finish();
        return statements;
    }

    private void step() {
        char c = text.charAt(position);
        if (Character.isWhitespace(c)) {
            skip(1);
        } else if (text.startsWith("--", position)) {
            skip(lengthOfLine());
        } else if (text.startsWith("/*", position)) {
            skipBlockComment();
        } else if (c == ';' && parentheses <= 0 && atomic <= 0) {
            finish();
            skip(1);
        } else {
            readToken(c);
        }
    }

    private void readToken(char c) {
        begin(c);
        if (c == '\'') {
            skipQuoted('\'', "string", isEscapeString());
        } else if (c == '"') {
            skipQuoted('"', "quoted identifier", false);
        } else if (c == '$' && !dollarTag().isEmpty()) {
            skipDollarQuoted(dollarTag());
        } else if (Character.isJavaIdentifierStart(c) && c != '$') {
            readWord();
        } else {
            parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            skip(1);
        }
    }

    private void begin(char c) {
        if (start >= 0) {
            return;
        }
        if (c == '\\') {
            throw refusal("The command `"
                            + text.substring(position, position + lengthOfLine())
                                    .strip() + "` is psql's own, not SQL.")
                    .remedy("Take it out; a migration holds SQL alone.");
        }
        start = position;
        startLine = line;
    }

    private void readWord() {
        int end = position + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(position, end).toUpperCase(Locale.ROOT);
        String previous = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (word.equals("ATOMIC") && previous.equals("BEGIN")) {
            atomic++;
        } else if (atomic > 0 && word.equals("CASE")) {
            atomic++;
        } else if (atomic > 0 && word.equals("END")) {
            atomic--;
        }
        words.add(word);
        skip(end - position);
    }

    private void finish() {
        if (start >= 0) {
            if (atomic > 0 || parentheses > 0) {
                throw refusal("The statement that begins in line " + startLine + " does not end: "
                        + (atomic > 0 ? "BEGIN ATOMIC has no END." : "a parenthesis is open."));
            }
            refuseForbidden();
            String sql = text.substring(start, position).stripTrailing();
            statements.add(new SqlStatement(sql, startLine, isTransactional()));
        }
        start = -1;
        parentheses = 0;
        atomic = 0;
        words.clear();
    }

    private void refuseForbidden() {
        String first = words.isEmpty() ? "" : words.get(0);
        boolean copyData = first.equals("COPY")
                && words.contains("STDIN")
                && words.indexOf("STDIN") > 0
                && words.get(words.indexOf("STDIN") - 1).equals("FROM");
        if (copyData) {
            throw refusal("COPY … FROM stdin carries data behind the statement, which only psql can read.")
                    .remedy(
                            "Write INSERT statements, or use op.run(…) with the driver's CopyManager in a Java migration.");
        }
        boolean control = List.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "ABORT", "END")
                        .contains(first)
                || (first.equals("START") && words.contains("TRANSACTION"));
        if (control) {
            throw refusal("The statement " + first + " controls the transaction, which belongs to the migration.")
                    .remedy("Take it out: each migration is one transaction, and splits into two where you need two.");
        }
    }

    /** What PostgreSQL refuses inside a transaction block, each by its manual page. */
    private boolean isTransactional() {
        String first = words.isEmpty() ? "" : words.get(0);
        String second = words.size() > 1 ? words.get(1) : "";
        boolean concurrently = words.contains("CONCURRENTLY")
                && List.of("CREATE", "DROP", "REINDEX", "ALTER").contains(first)
                && (words.contains("INDEX") || first.equals("REINDEX") || words.contains("DETACH"));
        boolean whole = List.of("DATABASE", "TABLESPACE", "SUBSCRIPTION").contains(second)
                && List.of("CREATE", "DROP").contains(first);
        return !concurrently
                && !whole
                && !first.equals("VACUUM")
                && !(first.equals("ALTER") && second.equals("SYSTEM"))
                && !(first.equals("REINDEX")
                        && List.of("DATABASE", "SYSTEM", "SCHEMA").contains(second));
    }

    private boolean isEscapeString() {
        return position > 0
                && (text.charAt(position - 1) == 'E' || text.charAt(position - 1) == 'e')
                && (position < 2 || !Character.isJavaIdentifierPart(text.charAt(position - 2)));
    }

    private void skipQuoted(char quote, String what, boolean escapes) {
        int from = line;
        skip(1);
        while (position < text.length()) {
            char c = text.charAt(position);
            if (escapes && c == '\\') {
                skip(2);
            } else if (c == quote && position + 1 < text.length() && text.charAt(position + 1) == quote) {
                skip(2);
            } else if (c == quote) {
                skip(1);
                return;
            } else {
                skip(1);
            }
        }
        throw unterminated(what, from);
    }

    private String dollarTag() {
        boolean insideWord = position > 0 && Character.isJavaIdentifierPart(text.charAt(position - 1));
        int end = position + 1;
        while (end < text.length() && isTagPart(text.charAt(end), end == position + 1)) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == '$';
        return closed && !insideWord ? text.substring(position, end + 1) : "";
    }

    private static boolean isTagPart(char c, boolean first) {
        return c == '_' || Character.isLetter(c) || (!first && Character.isDigit(c));
    }

    private void skipDollarQuoted(String tag) {
        int from = line;
        int end = text.indexOf(tag, position + tag.length());
        if (end < 0) {
            throw unterminated("text in " + tag, from);
        }
        skip(end + tag.length() - position);
    }

    private void skipBlockComment() {
        int from = line;
        int depth = 0;
        do {
            if (text.startsWith("/*", position)) {
                depth++;
                skip(2);
            } else if (text.startsWith("*/", position)) {
                depth--;
                skip(2);
            } else {
                skip(1);
            }
        } while (depth > 0 && position < text.length());
        if (depth > 0) {
            throw unterminated("comment", from);
        }
    }

    private int lengthOfLine() {
        int end = text.indexOf('\n', position);
        return (end < 0 ? text.length() : end) - position;
    }

    private void skip(int length) {
        int end = Math.min(text.length(), position + length);
        for (; position < end; position++) {
            if (text.charAt(position) == '\n') {
                line++;
            }
        }
    }

    private AludelException unterminated(String what, int from) {
        startLine = from;
        return refusal("The " + what + " that begins in line " + from + " of the SQL text does not end.")
                .remedy("Close it.");
    }

    private AludelException refusal(String why) {
        return AludelException.of(ErrorCode.MALFORMED_SQL, why)
                .with("line", (start < 0 ? line : startLine) + " of the SQL text")
                .state("Nothing was run; the database is as it was.");
    }
}
