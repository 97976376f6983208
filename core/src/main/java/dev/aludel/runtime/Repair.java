package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.script.Recording;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mends the history where a person knows better than it: {@code aludel repair}. Nothing but the history is changed. Each
 * method takes the lock that runs take, does its work in one transaction, and writes a line of the log for each change.
 */
public final class Repair {
    private final Dialect dialect;
    private final HistoryTable tables;
    private final Duration lockTimeout;
    private final MigrationListener listener;

    public Repair(Dialect dialect, HistoryTable tables, Duration lockTimeout, MigrationListener listener) {
        this.dialect = dialect;
        this.tables = tables;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    /** Something that is done to the history in one transaction. */
    private interface Change {
        void run(HistoryWriter writer) throws SQLException;
    }

    /**
     * Compares stored checksums with the files, in the order of the rows. Left out are rows without a checksum, revisions
     * that the files do not have, and those that were squashed after they were applied. Compiles and records all the others.
     *
     * @throws AludelException where a migration does not compile
     */
    public static List<EditedRevision> findEdited(List<HistoryRow> rows, Scripts scripts) {
        Set<RevisionId> applied = rows.stream().map(HistoryRow::id).collect(Collectors.toSet());
        List<HistoryRow> known = rows.stream()
                .filter(row -> row.checksum().isPresent())
                .filter(row -> scripts.graph().find(row.id()).isPresent())
                .filter(row -> !isSquashed(scripts.graph().require(row.id()), applied))
                .toList();
        List<Recording> recordings =
                scripts.record(known.stream().map(HistoryRow::id).toList());
        List<EditedRevision> edited = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            HistoryRow row = known.get(i);
            Recording recording = recordings.get(i);
            String stored = row.checksum().orElse("");
            if (!stored.equals(recording.checksum())) {
                edited.add(new EditedRevision(row.id(), recording.script().file(), stored, recording.checksum()));
            }
        }
        return edited;
    }

    /** Takes the files as they are now for what was run. */
    public void acceptEdited(Connection connection, Collection<EditedRevision> edited) throws SQLException {
        change(connection, writer -> {
            for (EditedRevision each : edited) {
                writer.checksum(each.id(), each.current());
                writer.logRepair(each.id(), "accepted the checksum " + each.current() + " instead of " + each.stored());
            }
        });
    }

    /**
     * Forgets that a revision is half-done: after an upgrade it is not applied, after a downgrade it is applied as before.
     * What its statements changed stays in the database.
     *
     * @throws AludelException (HIS-006) when it is not half-done
     */
    public void forgetHalfDone(Connection connection, RevisionId id) throws SQLException {
        change(connection, writer -> {
            Optional<HistoryRow> row = new History(dialect, tables)
                    .rows(connection).stream()
                            .filter(each -> each.id().equals(id) && each.isHalfDone())
                            .findFirst();
            Status status = row.map(HistoryRow::status).orElseThrow(() -> notHalfDone(id));
            if (status == Status.UPGRADING) {
                writer.delete(id);
            } else {
                writer.restore(id);
            }
            writer.logRepair(
                    id,
                    "forgot that it was " + status.word() + ", at statement "
                            + row.map(each -> each.statementsDone() + " of " + each.statementsTotal())
                                    .orElse(""));
        });
    }

    /**
     * Says what became of the statement of a half-done revision that was sent and not answered: the next run goes on behind
     * it, or sends it again.
     *
     * @throws AludelException (HIS-006) when no statement of it is in doubt
     */
    public void settle(Connection connection, RevisionId id, boolean done) throws SQLException {
        change(connection, writer -> {
            HalfDone halfDone = new History(dialect, tables)
                    .standing(connection).halfDone().stream()
                            .filter(each -> each.id().equals(id) && each.isInDoubt())
                            .findFirst()
                            .orElseThrow(() -> notInDoubt(id));
            int statement = halfDone.statementsDone() + 1;
            int count = done ? statement : halfDone.statementsDone();
            writer.progress(id, count, halfDone.statementsTotal(), Optional.empty());
            writer.logRepair(id, "statement " + statement + " took " + (done ? "" : "no ") + "effect");
        });
    }

    /**
     * Removes rows whatever they say, for example of revisions whose files are gone for good.
     *
     * @throws AludelException (HIS-001) when one of them is not there; then none is removed
     */
    public void remove(Connection connection, Collection<RevisionId> ids) throws SQLException {
        change(connection, writer -> {
            for (RevisionId id : ids) {
                writer.delete(id);
                writer.logRepair(id, "removed its row");
            }
        });
    }

    /**
     * The heads of the history that the files know to lie below another head, newest first: rows between them are missing,
     * or say something else about their parents. {@link #reconcile} mends it.
     */
    public static List<RevisionId> findRedundantHeads(List<AppliedRevision> applied, RevisionGraph graph) {
        List<RevisionId> heads = History.heads(applied).ids();
        List<RevisionId> maximal = graph.maximal(graph.applied(graph.maximal(
                        heads.stream().filter(id -> graph.find(id).isPresent()).toList())))
                .ids();
        return heads.stream()
                .filter(id -> graph.find(id).isPresent() && !maximal.contains(id))
                .toList();
    }

    /**
     * Brings the rows in line with the files: each applied revision gets the parents that its file names, and whatever
     * lies below an applied revision gets a row where it has none. Rows that the files do not know stay, and so does a
     * revision that was squashed after it was applied.
     *
     * @return the revisions whose rows were changed or added, oldest first
     */
    public List<RevisionId> reconcile(Connection connection, RevisionGraph graph) throws SQLException {
        List<RevisionId> changed = new ArrayList<>();
        change(connection, writer -> {
            Map<RevisionId, List<RevisionId>> rows = new LinkedHashMap<>();
            new History(dialect, tables).read(connection).forEach(row -> rows.put(row.id(), row.parents()));
            List<RevisionId> known = rows.keySet().stream()
                    .filter(id -> graph.find(id).isPresent())
                    .toList();
            for (RevisionId id : graph.applied(graph.maximal(known))) {
                if (isSquashed(graph.require(id), rows.keySet())) {
                    continue;
                }
                List<RevisionId> parents = graph.parents(id);
                if (!rows.containsKey(id)) {
                    writer.addMissing(id, parents, graph.require(id).message());
                    changed.add(id);
                } else if (!parents.equals(rows.get(id))) {
                    writer.takeParents(id, parents);
                    changed.add(id);
                }
            }
        });
        return changed;
    }

    /** Whether the rows are still those of the revisions from which this one was made. */
    private static boolean isSquashed(Revision revision, Set<RevisionId> rows) {
        return revision.replaces().stream().anyMatch(rows::contains);
    }

    private void change(Connection connection, Change change) throws SQLException {
        connection.setAutoCommit(true);
        try (HeldLock lock = HeldLock.acquire(dialect, connection, tables, lockTimeout, listener, new Interruption())) {
            try {
                lock.begin();
                change.run(new HistoryWriter(connection, dialect, tables, lock));
                lock.require();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private AludelException notInDoubt(RevisionId id) {
        return notHalfDone("No statement of the revision " + id + " was sent and not answered.");
    }

    private AludelException notHalfDone(RevisionId id) {
        return notHalfDone("The revision " + id + " is not half-done.");
    }

    private AludelException notHalfDone(String what) {
        return AludelException.of(ErrorCode.NOT_HALF_DONE, what)
                .at("table " + tables.history())
                .state("The history is as it was.")
                .remedy("See what is applied and what is half-done with `aludel current`.");
    }
}
