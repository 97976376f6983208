package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.AppliedRevision;
import dev.aludel.runtime.EditedRevision;
import dev.aludel.runtime.HalfDone;
import dev.aludel.runtime.History;
import dev.aludel.runtime.HistoryRow;
import dev.aludel.runtime.Repair;
import dev.aludel.runtime.Standing;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what history and files disagree about, and mends the history when told to: {@code aludel repair}. */
public final class RepairCommand {
    private final Environment environment;

    public RepairCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * What history and files disagree about.
     *
     * @param edited revisions whose files say something else than when they were applied
     * @param redundant heads of the history that lie below another head, by the files
     * @param squashed rows of revisions that were squashed into an applied one
     * @param halfDone revisions whose run stopped in the middle: the next run continues them, and only
     *     {@link #forget} takes them away
     */
    public record Findings(
            List<EditedRevision> edited,
            List<RevisionId> redundant,
            List<RevisionId> squashed,
            List<HalfDone> halfDone) {

        /** True when {@link #accept} would change nothing. */
        public boolean isNothingToAccept() {
            return edited.isEmpty() && redundant.isEmpty() && squashed.isEmpty();
        }
    }

    /** Reads and compares; compiles all applied migrations. */
    public Findings look() {
        Scripts scripts = environment.scripts().get();
        return environment.withConnection(connection -> look(connection, scripts));
    }

    /** Changes the history as the findings say, and writes each change into the log. */
    public void accept(Findings findings) {
        RevisionGraph graph = environment.scripts().get().graph();
        environment.withConnection(connection -> {
            repair().acceptEdited(connection, findings.edited());
            if (!findings.squashed().isEmpty()) {
                repair().remove(connection, findings.squashed());
            }
            if (!findings.redundant().isEmpty() || !findings.squashed().isEmpty()) {
                repair().reconcile(connection, graph);
            }
            return findings;
        });
    }

    /**
     * Forgets that a revision is half-done; what its statements changed stays in the database.
     *
     * @throws dev.aludel.error.AludelException (HIS-006) when it is not half-done
     */
    public RevisionId forget(String symbol) {
        RevisionId id = resolve(symbol);
        return environment.withConnection(connection -> {
            repair().forgetHalfDone(connection, id);
            return id;
        });
    }

    /**
     * Says whether the statement of a half-done revision took effect that was sent and not answered.
     *
     * @throws dev.aludel.error.AludelException (HIS-006) when there is none
     */
    public RevisionId settle(String symbol, boolean done) {
        RevisionId id = resolve(symbol);
        return environment.withConnection(connection -> {
            repair().settle(connection, id, done);
            return id;
        });
    }

    /** What the files do not know can still be in the history, by its whole id. */
    private RevisionId resolve(String symbol) {
        try {
            List<Revision> found = environment.scripts().get().graph().resolve(symbol, Heads.empty());
            return found.size() == 1 ? found.get(0).id() : RevisionId.of(symbol);
        } catch (AludelException unknown) {
            if (unknown.code() == ErrorCode.UNKNOWN_REVISION) {
                return RevisionId.of(symbol);
            }
            throw unknown;
        }
    }

    private Findings look(Connection connection, Scripts scripts) throws SQLException {
        History history = new History(environment.database().dialect(), environment.tables());
        List<HistoryRow> rows = history.rows(connection);
        Standing standing = history.standing(connection);
        Set<RevisionId> applied =
                standing.applied().stream().map(AppliedRevision::id).collect(Collectors.toSet());
        List<RevisionId> squashed = scripts.graph().revisions().stream()
                .filter(revision -> applied.contains(revision.id()))
                .flatMap(revision -> revision.replaces().stream())
                .filter(applied::contains)
                .toList();
        List<EditedRevision> edited = Repair.findEdited(rows, scripts).stream()
                .filter(each ->
                        scripts.graph().require(each.id()).replaces().stream().noneMatch(squashed::contains))
                .toList();
        return new Findings(
                edited, Repair.findRedundantHeads(standing.applied(), scripts.graph()), squashed, standing.halfDone());
    }

    private Repair repair() {
        return new Repair(
                environment.database().dialect(),
                environment.tables(),
                environment.timeouts().run(),
                environment.listener());
    }
}
