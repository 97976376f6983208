package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Whether it is a step's turn, asked again in the transaction of each step where other runs may work in between: they may have
 * done the step, or gone elsewhere.
 */
final class Turns {
    private final Connection connection;
    private final History history;
    private final HeldLock lock;
    private final List<Step> steps;

    /** @param steps all of the run, in their order */
    Turns(Connection connection, History history, HeldLock lock, List<Step> steps) {
        this.connection = connection;
        this.history = history;
        this.lock = lock;
        this.steps = List.copyOf(steps);
    }

    /**
     * False where another run did this step; must be called with the lock held.
     *
     * @throws AludelException (RUN-009) where the database is none of the places that this run comes by
     */
    boolean isDue(Step step) throws SQLException {
        if (!lock.isPerTransaction()) {
            return true;
        }
        Heads now = history.standing(connection).heads();
        if (same(now, step.before())) {
            return true;
        }
        boolean passed =
                steps.subList(steps.indexOf(step), steps.size()).stream().anyMatch(later -> same(now, later.after()));
        if (!passed) {
            throw elsewhere(now, step);
        }
        return false;
    }

    private static boolean same(Heads one, Heads other) {
        return Set.copyOf(one.ids()).equals(Set.copyOf(other.ids()));
    }

    private static AludelException elsewhere(Heads now, Step step) {
        return AludelException.of(
                        ErrorCode.MOVED_MEANWHILE,
                        "Another run took the database from " + Places.of(step.before()) + " to " + Places.of(now)
                                + " while this one worked.")
                .state("The database is at " + Places.of(now) + "; of this run, what is committed stays.")
                .remedy("Look with `aludel log` what the other run did, and run the command again.");
    }
}
