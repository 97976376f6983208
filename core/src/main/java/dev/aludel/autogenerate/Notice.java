package dev.aludel.autogenerate;

import dev.aludel.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What a reader of a generated migration must not miss; one sentence without a full stop, which may end in a colon and a
 * remedy.
 *
 * @param operation what it is about; empty for a difference that no operation settles
 */
public record Notice(Optional<Operation> operation, String text) {

    /** What these operations do that a reader must know, in their order; whichever direction they belong to. */
    public static List<Notice> about(List<Operation> operations) {
        return Notices.about(operations);
    }

    /** True when it is about this operation. */
    public boolean isAbout(Operation other) {
        return operation.filter(other::equals).isPresent();
    }
}
