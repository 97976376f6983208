package dev.aludel.runtime;

import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.util.Optional;

/**
 * A revision whose upgrade or downgrade stopped in the middle, because it cannot be one transaction. The next run in
 * the same direction continues it.
 *
 * @param revision the row; it does not count as applied
 * @param status which of the two ways it was going
 * @param statementsDone how many statements are done and stay
 * @param checksum of the migration as it was when it began
 * @param progress how far the statement after those is, where it works in batches; {@link #SENT} where it was sent outside
 *     of transactions and never answered
 */
public record HalfDone(
        AppliedRevision revision,
        Status status,
        int statementsDone,
        int statementsTotal,
        Optional<String> checksum,
        Optional<String> progress) {
    /** What the history says from before a statement outside of transactions is sent until it is answered. */
    static final String SENT = "sent";

    public RevisionId id() {
        return revision.id();
    }

    public Direction direction() {
        return status == Status.DOWNGRADING ? Direction.DOWNGRADE : Direction.UPGRADE;
    }

    /** True where it was begun and nothing of it is done yet: it stands in nobody's way. */
    public boolean isUntouched() {
        return statementsDone == 0 && progress.isEmpty();
    }

    /** True where the statement after those that are done was sent, and nobody knows what became of it. */
    public boolean isInDoubt() {
        return progress.filter(SENT::equals).isPresent();
    }

    /** For people: {@code 2 of 5 statements of its upgrade are done}. */
    public String describe() {
        return statementsDone + " of " + statementsTotal + " statements of its "
                + (direction() == Direction.UPGRADE ? "upgrade" : "downgrade") + " are done"
                + (isInDoubt() ? ", and statement " + (statementsDone + 1) + " was sent and not answered" : "");
    }
}
