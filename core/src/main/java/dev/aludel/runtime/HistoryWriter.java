package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the history and the log over one connection, in whatever transaction that has. What stands last before a commit is
 * written only where the lock is still held: with the same statement where the database can say so there, else after a query.
 */
final class HistoryWriter {
    private final Connection connection;
    private final HistoryTable tables;
    private final HistorySql sql;
    private final HeldLock lock;
    private final String user;
    private final boolean several;

    HistoryWriter(Connection connection, Dialect dialect, HistoryTable tables, HeldLock lock) {
        this.connection = connection;
        this.tables = tables;
        this.sql = new HistorySql(dialect, tables);
        this.lock = lock;
        this.user = dialect.literal(ToolVersion.user());
        this.several = dialect.features().contains(Feature.SEVERAL_STATEMENTS);
    }

    /** Records that a revision is applied now. */
    void insert(PlannedRow row, long millis) throws SQLException {
        write(sql.insert(row, run(millis)));
    }

    /** Records that a revision is begun, and how far its first statement is. */
    void begin(PlannedRow row, Optional<String> progress) throws SQLException {
        write(sql.begin(row, run(0), progress));
    }

    /** Records that a revision is about to be undone, part by part. */
    void beginDowngrade(PlannedStep step, Optional<String> progress) throws SQLException {
        change(sql.beginDowngrade(step, progress), step.step().revision().id());
    }

    /** Records how many statements of a half-done revision are done, and how far the next one is. */
    void progress(RevisionId id, int done, int total, Optional<String> progress) throws SQLException {
        change(sql.progress(id, done, total, progress, held()), id);
    }

    /** Records how far the statement is that works in batches. */
    void batch(RevisionId id, String progress) throws SQLException {
        change(sql.batch(id, progress, held()), id);
    }

    /** Records that a half-done revision is applied now. */
    void finish(PlannedRow row, long millis) throws SQLException {
        change(sql.finish(row, run(millis)), row.id());
    }

    /** Records that a half-done downgrade never was. */
    void restore(RevisionId id) throws SQLException {
        change(sql.restore(id), id);
    }

    void checksum(RevisionId id, String checksum) throws SQLException {
        change(sql.checksum(id, checksum), id);
    }

    /** Adds the row of an applied revision that has none, and says in the log that it did. */
    void addMissing(RevisionId id, List<RevisionId> parents, String message) throws SQLException {
        insert(new PlannedRow(id, parents, message, Optional.empty(), 0, Optional.empty()), 0);
        logRepair(id, "added its row, which was missing below an applied revision");
    }

    /** Gives a row the parents that the file names, and says in the log that it did. */
    void takeParents(RevisionId id, List<RevisionId> parents) throws SQLException {
        change(sql.parents(id, parents), id);
        logRepair(id, "took its parents from the file: " + parents);
    }

    /** Records that a revision is not applied any more. */
    void delete(RevisionId id) throws SQLException {
        change(sql.delete(id), id);
    }

    /** Fails when someone else removed the row meanwhile. */
    private void change(String text, RevisionId id) throws SQLException {
        if (write(text) != 1) {
            lock.require();
            throw AludelException.of(
                            ErrorCode.FOREIGN_HISTORY,
                            "The history has no row for " + id.value() + ", though it had one when this run began.")
                    .at(tables.history().toString())
                    .state("The transaction that was to change it is rolled back.")
                    .remedy(
                            "Something else changed the table: look with `aludel current`, then run the command again.");
        }
    }

    /** Adds the line of a step that is done, before its commit. */
    void logDone(Step step, long millis, Optional<String> detail) throws SQLException {
        send(texts(List.of(), step, millis, detail));
    }

    /** Records that a step's revisions are applied now, and adds the line of the step, before its commit. */
    void done(PlannedStep planned, long millis, Optional<String> detail) throws SQLException {
        send(texts(planned.inserted(), planned.step(), millis, detail));
    }

    /** The same and the commit: one message where the database takes several statements in one. */
    void commitDone(PlannedStep planned, long millis, Optional<String> detail) throws SQLException {
        List<String> texts = texts(planned.inserted(), planned.step(), millis, detail);
        if (several) {
            texts.add("COMMIT");
        }
        send(texts);
        if (!several) {
            connection.commit();
        }
    }

    private List<String> texts(List<PlannedRow> rows, Step step, long millis, Optional<String> detail)
            throws SQLException {
        Direction action = step.direction();
        RevisionId id = step.revision().id();
        Optional<String> held = held();
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(sql.insert(row, run(millis))));
        texts.add(
                held.isPresent()
                        ? sql.logDone(action, id, run(millis), detail, held.get())
                        : sql.log(action, id, "done", run(millis), detail));
        return texts;
    }

    /** What the database refuses because the lock is not ours any more says so. */
    private void send(List<String> texts) throws SQLException {
        try {
            for (String text : several ? List.of(String.join(";\n", texts)) : texts) {
                write(text);
            }
        } catch (SQLException failure) {
            requireLockAfter(failure);
            throw failure;
        }
    }

    private void requireLockAfter(SQLException failure) {
        try {
            connection.rollback();
            lock.require();
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }

    /** Adds the line of a step that failed. */
    void logFailed(Direction action, RevisionId id, long millis, String detail) throws SQLException {
        write(sql.log(action, id, "failed", run(millis), Optional.of(detail)));
    }

    /** What a statement may ask itself; asked here where it may not. */
    private Optional<String> held() throws SQLException {
        Optional<String> condition = lock.condition();
        if (condition.isEmpty()) {
            lock.require();
        }
        return condition;
    }

    /** Adds a line that says what a person let Aludel mend. */
    void logRepair(RevisionId id, String detail) throws SQLException {
        write(sql.log("repair", id, "done", run(0), Optional.of(detail)));
    }

    private HistorySql.Run run(long millis) {
        return new HistorySql.Run(user, String.valueOf(millis));
    }

    /** How many rows the last of the statements wrote. */
    private int write(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
            int last = statement.getUpdateCount();
            for (int next = last; several && next != -1; next = statement.getUpdateCount()) {
                last = next;
                statement.getMoreResults();
            }
            return last;
        }
    }
}
