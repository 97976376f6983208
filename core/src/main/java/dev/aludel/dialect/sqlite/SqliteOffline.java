package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.OfflineSql;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Scripts for SQLite's own shell. SQLite has neither blocks nor procedures: what must hold is the condition of a table of
 * this session, whose name is what people read where the row that is put into it does not obey. The shell is told to stop
 * there, which rolls the transaction back.
 *
 * @see <a href="https://sqlite.org/cli.html">The shell</a>
 */
final class SqliteOffline implements OfflineSql {
    private static final String BEFORE = "aludel_before";
    private static final String GUARD = "aludel_guard";
    private static final String VIOLATIONS = "SELECT count(*) FROM pragma_foreign_key_check";

    private final History history;

    SqliteOffline(History history) {
        this.history = history;
    }

    @Override
    public String howToRun() {
        return "sqlite3 -bail DATABASE < FILE";
    }

    /** The shell enforces no foreign keys by itself; the settings of its user may. */
    @Override
    public String opening() {
        return """
                .bail on
                PRAGMA foreign_keys = OFF;
                PRAGMA busy_timeout = %2$d;
                -- Runs of Aludel and scripts keep one another out: whoever works has this file locked.
                ATTACH (SELECT CASE file WHEN '' THEN ':memory:' ELSE file || '%3$s' END
                    FROM pragma_database_list WHERE name = 'main') AS %1$s;
                PRAGMA %1$s.locking_mode = EXCLUSIVE;
                PRAGMA %1$s.user_version = 1;""".formatted(SqliteLock.NAME, history.lockTimeout().toMillis(), SqliteLock.SUFFIX);
    }

    @Override
    public String closing() {
        return "DETACH " + SqliteLock.NAME + ";";
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE;\nCREATE TEMP TABLE " + BEFORE + " (violations);\nINSERT INTO temp." + BEFORE + " "
                + VIOLATIONS + ";";
    }

    /** Tables may have been made anew: no foreign key that held before may not hold afterwards. */
    @Override
    public String commit() {
        return require(
                        "Foreign keys do not hold: there would be rows that refer to rows which are not there. Nothing of this"
                                + " part is done.",
                        "SELECT (" + VIOLATIONS + ") <= violations FROM temp." + BEFORE)
                + "\nDROP TABLE temp." + BEFORE + ";\nCOMMIT;";
    }

    @Override
    public String expect(List<String> heads, String halfDone) {
        String expected = (heads.isEmpty() ? "base" : String.join(", ", heads))
                + (halfDone.isEmpty() ? "" : "; half-done: " + halfDone);
        String message = "Aludel did nothing here: this part of the script begins at " + expected
                + ", and the database is not there. Where the script was run before, this part is done. Otherwise see that"
                + " this is the right database, and make a script that begins where it is.";
        return require(message, "SELECT " + found() + " = " + SqliteIdentifiers.literal(expected));
    }

    /** A database whose history is not there yet cannot be asked; where it is, the first step asks. */
    @Override
    public String expectBase() {
        return "";
    }

    /** An expression for where the history is. */
    private String found() {
        String table = history.table();
        String applied = "SELECT group_concat(revision, ', ') FROM (SELECT h.revision FROM " + table
                + " h WHERE h.status = 'applied' AND NOT EXISTS (SELECT 1 FROM " + table
                + " c WHERE c.status = 'applied' AND instr(',' || c.parents || ',', ',' || h.revision || ',') > 0)"
                + " ORDER BY h.revision)";
        String halfDone =
                "SELECT '; half-done: ' || group_concat(step, ', ') FROM (SELECT revision || ' ' || status || ' '"
                        + " || statements_done AS step FROM " + table + " WHERE status <> 'applied' ORDER BY revision)";
        return "coalesce((" + applied + "), 'base')\n    || coalesce((" + halfDone + "), '')";
    }

    /** The shell says the name of a condition that a row does not obey. */
    private static String require(String message, String query) {
        return "CREATE TEMP TABLE " + GUARD + " (ok CONSTRAINT " + SqliteIdentifiers.quoted(message) + " CHECK (ok));\n"
                + "INSERT INTO temp." + GUARD + " " + query + ";\nDROP TABLE temp." + GUARD + ";";
    }

    @Override
    public String lock() {
        return "";
    }

    @Override
    public String unlessExists(String table, List<String> statements) {
        return statements.stream()
                .map(sql ->
                        sql.replaceFirst("^CREATE ((?:UNIQUE )?(?:TABLE|INDEX)) ", "CREATE $1 IF NOT EXISTS ") + ";")
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String refuse(List<String> tables, String message, String hint) {
        String names = tables.stream()
                .map(table -> SqliteIdentifiers.literal(table.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ", "(", ")"));
        return require(
                message + " " + hint,
                "SELECT count(*) = 0 FROM sqlite_schema WHERE type = 'table' AND lower(name) IN " + names);
    }

    /** The file is locked all the time. */
    @Override
    public String holdOutsideTransactions() {
        return "";
    }

    @Override
    public String end() {
        return "";
    }

    /** SQLite knows no users. */
    @Override
    public String user() {
        return "'sqlite3'";
    }

    @Override
    public String millisSince(String time) {
        return "CAST(round((julianday('now') - julianday(" + time + ")) * 86400000) AS INTEGER)";
    }
}
