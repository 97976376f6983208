package dev.aludel.runtime;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.dialect.Dialect;
import dev.aludel.operation.Backfill;
import dev.aludel.revision.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs a backfill batch by batch. Each batch is committed together with the key that it ended at, so that whoever runs it
 * again starts after that key and updates no row twice. Keys travel as text, because as text they wait in the history.
 */
final class BackfillRun {
    private final RunContext context;
    private final Step step;
    private final Backfill backfill;
    private final BackfillSql sql;
    private final Optional<BackfillProgress> start;

    BackfillRun(RunContext context, Step step, Backfill backfill, Optional<BackfillProgress> start) {
        this.context = context;
        this.step = step;
        this.backfill = backfill;
        this.sql = context.dialect().backfill(backfill);
        this.start = start;
    }

    /** Commits a batch together with how far the backfill is now. */
    interface Checkpoint {
        void reached(BackfillProgress progress) throws SQLException;
    }

    /** Runs all batches that are left; the connection must not be in auto-commit mode. */
    void run(Checkpoint checkpoint) throws SQLException {
        OptionalLong expected = start.isPresent()
                ? start.get().expected()
                : context.dialect().estimateRows(context.connection(), sql.whole());
        if (start.isEmpty()) {
            refuseNulls();
        }
        long rows = start.map(BackfillProgress::rows).orElse(0L);
        Optional<String> last = start.map(BackfillProgress::lastKey);
        context.listener().backfilled(step, rows, expected);
        for (Optional<String> end = nextEnd(last); end.isPresent(); end = nextEnd(last)) {
            rows += update(last, end.get());
            checkpoint.reached(new BackfillProgress(rows, expected, end.get()));
            context.listener().backfilled(step, rows, expected);
            last = end;
        }
    }

    private Optional<String> nextEnd(Optional<String> last) throws SQLException {
        try (PreparedStatement query = prepare(
                        last.isPresent() ? sql.nextKey() : sql.firstKey(),
                        last.stream().toList());
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.ofNullable(row.getString(1));
        }
    }

    /** No range of keys reaches them: they would be left out without a word. */
    private void refuseNulls() throws SQLException {
        Dialect dialect = context.dialect();
        String query = "SELECT 1 FROM " + HistorySql.name(dialect, backfill.table()) + " WHERE "
                + dialect.quote(backfill.key()) + " IS NULL"
                + backfill.where().map(where -> " AND (" + where + ")").orElse("");
        try (Statement statement = context.connection().createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(query)) {
                if (rows.next()) {
                    throw new SQLException(
                            "the key " + backfill.key() + " has nulls, and a backfill reaches its rows by key",
                            "22004");
                }
            }
        }
    }

    private long update(Optional<String> last, String end) throws SQLException {
        List<String> keys = new ArrayList<>(last.stream().toList());
        keys.add(end);
        try (PreparedStatement batch = prepare(last.isPresent() ? sql.nextBatch() : sql.firstBatch(), keys)) {
            return context.interruption().run(batch, batch::executeLargeUpdate);
        }
    }

    private PreparedStatement prepare(String text, List<String> keys) throws SQLException {
        Connection connection = context.connection();
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < keys.size(); i++) {
            statement.setObject(i + 1, keys.get(i), sql.keyType());
        }
        return statement;
    }
}
