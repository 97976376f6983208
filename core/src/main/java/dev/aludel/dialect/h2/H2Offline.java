package dev.aludel.dialect.h2;

import dev.aludel.dialect.OfflineSql;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scripts for H2's own tool. H2 has neither blocks nor procedures in SQL: what depends on the state of the database is a
 * text that a CASE picks and EXECUTE IMMEDIATE runs, and {@code signal()} is how such a text fails.
 *
 * @see <a href="https://h2database.com/javadoc/org/h2/tools/RunScript.html">RunScript</a>
 */
final class H2Offline implements OfflineSql {
    private static final String NOT_THERE = "55000";
    private static final String LOCKED = "55P03";
    private static final String NOTHING = "'SET @ALUDEL_DONE = 1'";

    private final History history;
    private final String lock;

    H2Offline(History history) {
        this.history = history;
        this.lock = H2Lock.tableName(history.lockKey());
    }

    @Override
    public String howToRun() {
        return "java -cp h2.jar org.h2.tools.RunScript -url URL -user USER -password PASSWORD -script FILE";
    }

    @Override
    public String opening() {
        return "-- What is about to be done is guarded: a text that is not run would say nothing.\nSET @ALUDEL_DONE = 0;";
    }

    @Override
    public String begin() {
        return "SET AUTOCOMMIT FALSE;";
    }

    @Override
    public String commit() {
        return "COMMIT;\nSET AUTOCOMMIT TRUE;\n" + end();
    }

    @Override
    public String expect(List<String> heads, String halfDone) {
        String expected = literal(state(String.join(", ", heads), halfDone));
        String message = literal("Aludel did nothing here: the database is at ") + " || @ALUDEL_AT || "
                + literal(", and this part of the script begins at " + state(String.join(", ", heads), halfDone)
                        + ". Where the script was run before, this part is done. Otherwise see that this is the right"
                        + " database, and make a script that begins where it is.");
        return lock() + "\nEXECUTE IMMEDIATE CASE WHEN " + exists(history.table()) + " THEN\n    "
                + literal("SET @ALUDEL_AT = " + found()) + "\n    ELSE 'SET @ALUDEL_AT = ''base''' END;\n"
                + "SET @ALUDEL_DONE = CASE WHEN @ALUDEL_AT <> " + expected + " THEN\n    signal('" + NOT_THERE + "', "
                + message + ") ELSE 1 END;";
    }

    private static String state(String heads, String halfDone) {
        return (heads.isEmpty() ? "base" : heads) + (halfDone.isEmpty() ? "" : "; half-done: " + halfDone);
    }

    /** An expression for where the history is, as {@link #state} says it. */
    private String found() {
        String applied = "SELECT listagg(h.revision, ', ') WITHIN GROUP (ORDER BY h.revision) FROM " + history.table()
                + " h WHERE h.status = 'applied' AND NOT EXISTS (SELECT 1 FROM " + history.table()
                + " c WHERE c.status = 'applied' AND locate(',' || h.revision || ',', ',' || c.parents || ',') > 0)";
        String halfDone = "SELECT '; half-done: ' || listagg(revision || ' ' || status || ' ' || statements_done, ', ')"
                + " WITHIN GROUP (ORDER BY revision) FROM " + history.table() + " WHERE status <> 'applied'";
        return "coalesce((" + applied + "), 'base') || coalesce((" + halfDone + "), '')";
    }

    /** Does not wait: H2 cannot, within a script, without keeping others from what they wait for. */
    @Override
    public String lock() {
        String mine = "(" + H2Lock.SESSION + " WHERE SESSION_ID = SESSION_ID())";
        String holder = "(SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE lower(TABLE_SCHEMA) = 'public'"
                + " AND TABLE_NAME = " + literal(lock) + ")";
        String name = "PUBLIC." + H2Identifiers.quoted(lock);
        String busy = "signal('" + LOCKED + "', ''Aludel did nothing here: another run holds the lock of this database."
                + " Wait for it, then run the script again.'')";
        return "EXECUTE IMMEDIATE CASE\n    WHEN " + holder + " IS NULL THEN "
                + literal("CREATE GLOBAL TEMPORARY TABLE " + name + " (\"") + " || " + mine
                + " || '\" INTEGER)'\n    WHEN "
                + holder + " = " + mine + " THEN " + NOTHING + "\n    WHEN " + holder + " NOT IN (" + H2Lock.SESSION
                + ") THEN " + literal("ALTER TABLE " + name + " ALTER COLUMN \"") + " || " + holder
                + " || '\" RENAME TO \"' || " + mine + " || '\"'\n    ELSE 'SET @ALUDEL_DONE = "
                + busy.replace("'" + LOCKED + "'", "''" + LOCKED + "''") + "' END;";
    }

    @Override
    public String unlessExists(String table, List<String> statements) {
        return "SET @ALUDEL_MISSING = NOT " + exists(table) + ";\n"
                + statements.stream()
                        .map(sql -> "EXECUTE IMMEDIATE CASE WHEN @ALUDEL_MISSING THEN " + literal(sql) + " ELSE "
                                + NOTHING + " END;")
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public String refuse(List<String> tables, String message, String hint) {
        String names = tables.stream().map(H2Offline::literal).collect(Collectors.joining(", ", "(", ")"));
        return "SET @ALUDEL_DONE = CASE WHEN EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND lower(TABLE_NAME) IN " + names + ") THEN\n    signal('"
                + NOT_THERE + "', " + literal(message + " " + hint) + ") ELSE 1 END;";
    }

    @Override
    public String holdOutsideTransactions() {
        return lock();
    }

    @Override
    public String end() {
        return "DROP TABLE IF EXISTS PUBLIC." + H2Identifiers.quoted(lock) + ";";
    }

    @Override
    public String user() {
        return "CURRENT_USER";
    }

    @Override
    public String millisSince(String time) {
        return "datediff(MILLISECOND, " + time + ", CURRENT_TIMESTAMP)";
    }

    /** A condition that a table is there; its name as SQL. */
    private static String exists(String table) {
        List<String> names = new ArrayList<>();
        for (Token token : SqlLexer.tokens(table, LexicalRules.h2())) {
            if (!token.isSymbol(".")) {
                names.add(token.text());
            }
        }
        TableName name = names.size() == 2 ? TableName.of(names.get(0), names.get(1)) : TableName.of(names.get(0));
        return "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE " + H2LiveTypes.isIn(name) + ")";
    }

    private static String literal(String text) {
        return H2Identifiers.literal(text);
    }
}
