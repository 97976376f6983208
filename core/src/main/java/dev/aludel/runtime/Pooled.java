package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.List;

/** What cannot run behind a pooler: no lock holds from one transaction to the next there. */
final class Pooled {
    private Pooled() {}

    /**
     * Passes where each step is one transaction.
     *
     * @throws AludelException (RUN-010) otherwise
     */
    static void requireTransactions(List<PlannedStep> planned, Continuation continuation) {
        for (PlannedStep step : planned) {
            if (!step.isTransactional() || continuation.find(step).isPresent()) {
                throw refused(step);
            }
        }
    }

    private static AludelException refused(PlannedStep step) {
        AludelException refused = AludelException.of(
                        ErrorCode.POOLED,
                        "The migration " + step.step().revision().id()
                                + " is more than one transaction, and cannot run through a connection pooler.")
                .state("Nothing was run; the database is as it was.")
                .remedy(
                        "Give the address of the database itself for this run, with --url or aludel.url. Between two transactions"
                                + " a pooler may give the session to somebody else, and nothing would keep other runs out.");
        return step.statements().stream()
                .filter(statement -> !statement.transactional() || statement.isBatched())
                .findFirst()
                .flatMap(PlannedStatement::where)
                .map(Object::toString)
                .or(step::file)
                .map(refused::at)
                .orElse(refused);
    }
}
