package dev.aludel.migration;

import dev.aludel.operation.Operation;
import java.util.function.Supplier;

/** Takes operations in the order in which they are said. */
public interface Recorder {

    /**
     * Records an operation that is complete only later, when the migration has said all of it.
     *
     * @param operation asked for when recording is over; may be asked more than once
     */
    void record(Supplier<? extends Operation> operation);

    /** Records an operation that no word of the language writes. */
    default void record(Operation operation) {
        record(() -> operation);
    }
}
