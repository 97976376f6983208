package dev.aludel.dialect;

/** Names what a database can do, so that shared code asks for an ability and never for a product. */
public enum Feature {
    /** A schema change takes part in a transaction and rolls back with it. */
    TRANSACTIONAL_DDL,
    /** A column, constraint or index can change its name in place. */
    RENAME_COLUMN,
    /** There are sequences. */
    SEQUENCES,
    /** Tables and columns can carry comments. */
    COMMENTS,
    /** The driver takes several statements, with semicolons between them, in one call. */
    SEVERAL_STATEMENTS,
    /** A name keeps the case of its letters without quotes, too. */
    NAMES_AS_WRITTEN,
    /**
     * The catalogue is read in no time, and SQL in it changes with what it speaks of: tables are read anew after each
     * operation that depends on them, and never worked out.
     */
    LOCAL_CATALOGUE
}
