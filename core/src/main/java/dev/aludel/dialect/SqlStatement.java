package dev.aludel.dialect;

/**
 * One statement as it is sent to a database.
 *
 * @param sql the text, without the closing semicolon
 * @param line where it starts in the text that it was split from, from 1; 1 for a rendered one
 * @param transactional false where the database refuses it inside a transaction
 */
public record SqlStatement(String sql, int line, boolean transactional) {

    /** A rendered statement that may run in a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, 1, true);
    }

    /** The same statement on another line, where its text is a part of a larger file. */
    public SqlStatement atLine(int newLine) {
        return new SqlStatement(sql, newLine, transactional);
    }
}
