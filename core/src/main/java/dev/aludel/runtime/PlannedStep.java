package dev.aludel.runtime;

import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A step with everything that it will send, worked out before anything runs. A whole stamp is one step without statements.
 *
 * @param file the migration's file as people see it; empty for a stamp
 * @param checksum over the migration's operations; empty for a stamp
 * @param deleted the revisions whose rows go from the history
 * @param inserted the rows that the history gets
 */
public record PlannedStep(
        Step step,
        Optional<String> file,
        Optional<String> checksum,
        List<PlannedStatement> statements,
        List<RevisionId> deleted,
        List<PlannedRow> inserted) {
    public PlannedStep {
        statements = List.copyOf(statements);
        deleted = List.copyOf(deleted);
        inserted = List.copyOf(inserted);
    }

    /** True when a run makes all of it one transaction, so that a failure leaves nothing behind. */
    public boolean isTransactional() {
        return statements.stream().allMatch(statement -> statement.transactional() && !statement.isBatched());
    }

    /** The same with each statement outside of transactions. */
    PlannedStep withoutTransactions() {
        return new PlannedStep(
                step,
                file,
                checksum,
                statements.stream().map(PlannedStatement::withoutTransaction).toList(),
                deleted,
                inserted);
    }

    /** What the history says of the statement at this index, from 0, before its turn comes; it may not exist. */
    Optional<String> announcement(int index) {
        return Optional.of(HalfDone.SENT)
                .filter(sent -> index < statements.size())
                .filter(sent -> !statements.get(index).transactional()
                        && !statements.get(index).isBatched());
    }

    /** The rows that go besides the revision's own: those of revisions that were squashed into it. */
    List<RevisionId> deletedWithIt() {
        return deleted.stream().filter(id -> !id.equals(step.revision().id())).toList();
    }

    /** The statements cut where a transaction has to end: those that stand alone share none. */
    List<Segment> segments(Predicate<PlannedStatement> standsAlone) {
        List<Segment> segments = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= statements.size(); next++) {
            boolean together = next < statements.size()
                    && !standsAlone.test(statements.get(first))
                    && !standsAlone.test(statements.get(next));
            if (!together) {
                segments.add(new Segment(
                        first,
                        statements.subList(first, next),
                        statements.get(first).transactional()));
                first = next;
            }
        }
        return segments;
    }
}
