package dev.aludel.migration;

/**
 * One step of a schema's history and the way back. Implementations have a no-argument constructor and carry
 * {@link Revision}; they only record: nothing runs while {@code upgrade} or {@code downgrade} is called.
 */
public interface Migration {

    /** Records what brings the schema forward. */
    void upgrade(Operations op);

    /** Records what undoes {@link #upgrade}; leave it empty where there is nothing to undo. */
    void downgrade(Operations op);
}
