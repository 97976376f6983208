package dev.aludel.dialect;

import java.time.Duration;
import java.util.List;

/**
 * The words of a script that upgrades a database while Aludel is not there: the server itself checks where it stands.
 * Every method gives whole statements with their closing semicolons, or an expression where it says so.
 */
public interface OfflineSql {

    /**
     * The history as a script knows it.
     *
     * @param table its name as SQL
     * @param lockKey what runs and scripts lock so that one at a time changes the database
     * @param lockTimeout how long a script waits for that lock
     */
    record History(String table, String lockKey, Duration lockTimeout) {}

    /** For people: the command line that runs a script; {@code FILE} stands for its name. */
    String howToRun();

    /** What must come first: it settles how the text is read, and what {@link #expect} needs. */
    String opening();

    String begin();

    String commit();

    /**
     * Takes the lock until the transaction ends, and fails in words for people where the history is anywhere but here.
     *
     * @param heads the applied revisions that no other stands on; none: also a database without a history
     * @param halfDone the one revision that is begun and not finished, as {@code ID STATUS DONE}; empty for none
     */
    String expect(List<String> heads, String halfDone);

    /** {@link #expect} of nothing, where the history's table may not be there yet. */
    default String expectBase() {
        return expect(List.of(), "");
    }

    /** Takes the lock until the transaction ends, wherever the history is. */
    String lock();

    /** Runs statements where a table is not there. */
    String unlessExists(String table, List<String> statements);

    /** Fails with a message where one of these tables is there. */
    String refuse(List<String> tables, String message, String hint);

    /** Makes the client stop at the next failure, and keeps the lock beyond transactions, until {@link #end}. */
    String holdOutsideTransactions();

    /** Gives back what {@link #holdOutsideTransactions} took. */
    String end();

    /** What must come last, where {@link #opening} made something that stays; empty for nothing. */
    default String closing() {
        return "";
    }

    /** An expression for the user who runs the script. */
    String user();

    /** An expression for the milliseconds since this point in time, an expression too. */
    String millisSince(String time);
}
