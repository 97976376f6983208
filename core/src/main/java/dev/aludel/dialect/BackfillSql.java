package dev.aludel.dialect;

import java.sql.Types;

/**
 * The SQL that carries out a {@link dev.aludel.operation.Backfill} batch by batch, or at once. A batch ends at the key
 * that one of the two queries gives in its only column; no row means that nothing is left. Its rows are then updated:
 * those up to that key, and after the key with which the batch before it ended. Keys go in and out as JDBC objects
 * ({@code getObject}, {@code setObject}), whatever their type.
 *
 * @param firstKey asks for the last key of the first batch; no parameters
 * @param nextKey asks for the last key of the next batch; parameter 1: the last key of the batch before
 * @param firstBatch updates the first batch; parameter 1: its last key
 * @param nextBatch updates another batch; parameter 1: the last key of the batch before, parameter 2: its own last key
 * @param whole updates all rows in one statement, for scripts; no parameters
 * @param keyType the type of {@link java.sql.Types} as which a key is sent, which is text by then
 */
public record BackfillSql(
        String firstKey, String nextKey, String firstBatch, String nextBatch, String whole, int keyType) {

    /** Keys of which the database finds the type where the parameter stands. */
    public BackfillSql(String firstKey, String nextKey, String firstBatch, String nextBatch, String whole) {
        this(firstKey, nextKey, firstBatch, nextBatch, whole, Types.OTHER);
    }

    public BackfillSql withKeyType(int newKeyType) {
        return new BackfillSql(firstKey, nextKey, firstBatch, nextBatch, whole, newKeyType);
    }
}
