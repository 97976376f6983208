package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how a run goes on where an earlier one stopped in the middle of a revision. */
final class Continuation {
    private final Standing standing;
    private final HistoryTable tables;

    Continuation(Standing standing, HistoryTable tables) {
        this.standing = standing;
        this.tables = tables;
    }

    /** The heads to plan from: a half-done downgrade has still to be planned, a half-done upgrade too. */
    Heads heads() {
        List<AppliedRevision> rows = new ArrayList<>(standing.applied());
        standing.halfDone().stream()
                .filter(each -> each.direction() == Direction.DOWNGRADE)
                .map(HalfDone::revision)
                .forEach(rows::add);
        return History.heads(rows);
    }

    /**
     * Passes a plan that finishes what is half-done. A stamp that was not planned from these heads forgets all of it.
     *
     * @throws AludelException (HIS-004) for any other plan
     */
    void require(Plan plan) {
        boolean purge = plan.direction() == Direction.STAMP && !plan.from().equals(heads());
        for (HalfDone each : standing.halfDone()) {
            if (!purge && !each.isUntouched() && !continues(plan, each)) {
                throw halfDone(each);
            }
        }
    }

    private static boolean continues(Plan plan, HalfDone halfDone) {
        if (plan.direction() != halfDone.direction()) {
            return false;
        }
        boolean included =
                plan.steps().stream().anyMatch(step -> step.revision().id().equals(halfDone.id()));
        return included || (plan.isEmpty() && plan.direction() == Direction.UPGRADE);
    }

    /**
     * How far an earlier run came with this step; a stamp continues nothing.
     *
     * @throws AludelException (HIS-005) when the migration was edited since
     */
    Optional<HalfDone> find(PlannedStep step) {
        if (step.step().direction() == Direction.STAMP) {
            return Optional.empty();
        }
        RevisionId id = step.step().revision().id();
        Optional<HalfDone> found = standing.halfDone().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        found.filter(each -> !each.isUntouched() && !each.checksum().equals(step.checksum()))
                .ifPresent(each -> {
                    throw edited(each, step);
                });
        return found;
    }

    private AludelException halfDone(HalfDone each) {
        boolean upgrade = each.direction() == Direction.UPGRADE;
        String finish = upgrade ? "`aludel upgrade " + each.id() + "`" : "the `aludel downgrade` that began it";
        return AludelException.of(
                        ErrorCode.HALF_DONE, "The revision " + each.id() + " is half-done: " + each.describe() + ".")
                .at("table " + tables.history() + ", revision " + each.id())
                .state("Nothing was run; the database is as it was.")
                .remedy("Finish it first with " + finish + ", which continues at statement "
                        + (each.statementsDone() + 1)
                        + ". If you finished or undid it by hand, `aludel repair --forget " + each.id()
                        + "` forgets the"
                        + " half-done step; then `aludel stamp` says where the database is.");
    }

    private static AludelException edited(HalfDone each, PlannedStep step) {
        String way = each.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
        return AludelException.of(
                        ErrorCode.EDITED,
                        "The migration " + each.id() + " was edited after its " + way + " stopped at statement "
                                + (each.statementsDone() + 1) + " of " + each.statementsTotal() + ".")
                .at(step.file().orElse(""))
                .state("Nothing was run now. In the database " + each.describe()
                        + ", as the file had them when that began.")
                .remedy("Restore the file as it was, and run the command again. Where nothing changed in what is done,"
                        + " `aludel repair` accepts the file as it is; the next run continues at statement "
                        + (each.statementsDone() + 1) + ".");
    }
}
