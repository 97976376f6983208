package dev.aludel.dialect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a statement does to others while it runs, as far as its text tells.
 *
 * @param locks the table locks that it takes and keeps until its transaction ends; tables that it makes itself are left out
 * @param scan whether it reads a whole table under those locks
 * @param rewrite whether it writes a table or its indexes anew under them
 * @param destructive whether rows or values are gone afterwards that no downgrade brings back
 */
public record Impact(List<Lock> locks, boolean scan, Rewrite rewrite, boolean destructive) {

    public Impact {
        locks = List.copyOf(locks);
    }

    /** A table lock: its mode in the database's own words, and the table as the statement names it. */
    public record Lock(String mode, String table) {
        @Override
        public String toString() {
            return mode + " on " + table;
        }
    }

    /** Whether a table is written anew; {@code POSSIBLE} where that depends on what the table was before. */
    public enum Rewrite {
        NO,
        POSSIBLE,
        YES
    }

    /** Nothing that others would notice. */
    public static Impact none() {
        return new Impact(List.of(), false, Rewrite.NO, false);
    }

    /** For people: {@code ACCESS EXCLUSIVE on author, rewrites the table}; empty when there is nothing to say. */
    public String describe() {
        StringBuilder text =
                new StringBuilder(locks.stream().map(Lock::toString).collect(Collectors.joining(", ")));
        append(text, rewrite == Rewrite.YES, "rewrites the table");
        append(text, rewrite == Rewrite.POSSIBLE, "rewrites the table unless the new type only widens the old");
        append(text, scan && rewrite == Rewrite.NO, "reads the whole table");
        append(text, destructive, "destructive");
        return text.toString();
    }

    private static void append(StringBuilder text, boolean holds, String words) {
        if (holds) {
            text.append(text.length() == 0 ? "" : ", ").append(words);
        }
    }
}
