package dev.aludel.operation;

/**
 * How an index is built, which says nothing about what it holds.
 *
 * @param concurrently writers go on meanwhile; it cannot be in a transaction
 * @param ifNotExists an index of that name is no error, whatever it holds
 */
public record IndexBuild(boolean concurrently, boolean ifNotExists) {

    /** As the database does it when it is told nothing. */
    public static IndexBuild plain() {
        return new IndexBuild(false, false);
    }
}
