package dev.aludel.operation;

/**
 * How a thing is dropped.
 *
 * @param ifExists one that is not there is no error
 * @param cascade what depends on it goes with it; a database that cannot do that refuses
 */
public record DropOptions(boolean ifExists, boolean cascade) {

    /** It must be there, and nothing else may go. */
    public static DropOptions strict() {
        return new DropOptions(false, false);
    }

    /** How to undo a creation that was told to accept what exists: with the same patience. */
    static DropOptions undoing(boolean ifNotExists) {
        return new DropOptions(ifNotExists, false);
    }

    /** What follows the thing's name in a description. */
    String describe() {
        return cascade ? " cascade" : "";
    }
}
