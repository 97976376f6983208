package dev.aludel.dialect;

/**
 * One statement as it is sent, without a closing semicolon.
 *
 * @param line where it starts in the text that it was cut from, from 1; 1 for rendered statements
 * @param transactional false for a statement that the database refuses inside a transaction
 */
public record SqlStatement(String sql, int line, boolean transactional) {

    /** A rendered statement that may run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, 1, true);
    }
}
