package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.OfflineSql;
import dev.aludel.dialect.ansi.Token;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scripts for SQLite's own shell. SQLite has neither blocks nor procedures: what depends on the state of the database is a
 * row that a table of this session refuses, by a condition whose name is what people read.
 *
 * @see <a href="https://sqlite.org/cli.html">The shell</a>
 */
final class SqliteOffline implements OfflineSql {
    private static final String GUARD = "temp.aludel_guard";

    private final History history;

    SqliteOffline(History history) {
        this.history = history;
    }

    @Override
    public String howToRun() {
        return "sqlite3 -bail DATABASE < FILE";
    }

    /** The shell itself enforces no foreign keys; a setting of its user may. */
    @Override
    public String opening() {
        return """
                PRAGMA foreign_keys = OFF;
                PRAGMA busy_timeout = %d;
                -- Runs of Aludel and scripts keep one another out with this file.
                ATTACH (%s) AS %s;
                PRAGMA %s.locking_mode = EXCLUSIVE;
                PRAGMA %s.user_version = 1;""".formatted(
                        history.lockTimeout().toMillis(),
                        "SELECT CASE file WHEN '' THEN ':memory:' ELSE file || '" + SqliteLock.SUFFIX
                                + "' END FROM pragma_database_list WHERE name = 'main'",
                        SqliteLock.NAME,
                        SqliteLock.NAME,
                        SqliteLock.NAME);
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String expect(List<String> heads, String halfDone) {
        String expected = (heads.isEmpty() ? "base" : String.join(", ", heads))
                + (halfDone.isEmpty() ? "" : "; half-done: " + halfDone);
        String message = "Aludel did nothing here: this part of the script begins at " + expected
                + ", and the database is elsewhere. Where the script was run before, this part is done. Otherwise see that"
                + " this is the right database, and make a script that begins where it is.";
        return "";
    }

    @Override
    public String lock() {
        return "";
    }

    @Override
    public String unlessExists(String table, List<String> statements) {
        return statements.stream().collect(Collectors.joining(";\n", "", ";"));
    }

    @Override
    public String refuse(List<String> tables, String message, String hint) {
        return "";
    }

    @Override
    public String holdOutsideTransactions() {
        return "";
    }

    @Override
    public String end() {
        return "";
    }

    @Override
    public String closing() {
        return "DETACH " + SqliteLock.NAME + ";";
    }

    @Override
    public String user() {
        return "NULL";
    }

    @Override
    public String millisSince(String time) {
        return "CAST((julianday('now') - julianday(" + time + ")) * 86400000 AS INTEGER)";
    }
}
