package dev.aludel.runtime;

import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.SessionSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What limits the statements of a run, on a connection that may be used for something else afterwards: it gets its own
 * settings back. Behind a pooler each transaction may have another session, and gets the limits for itself.
 */
final class SessionLimits implements AutoCloseable {
    private final Connection connection;
    private final List<SessionSetting> waiting;
    private final List<SessionSetting> all;
    private final List<String> before;
    private final boolean perTransaction;

    private SessionLimits(
            Connection connection,
            List<SessionSetting> waiting,
            List<SessionSetting> all,
            List<String> before,
            boolean perTransaction) {
        this.connection = connection;
        this.waiting = waiting;
        this.all = all;
        this.before = before;
        this.perTransaction = perTransaction;
    }

    /** Sets the limits, or leaves it to the transactions; must be called in auto-commit mode. */
    static SessionLimits set(Connection connection, LockWaits locks, Timeouts timeouts, boolean perTransaction)
            throws SQLException {
        List<SessionSetting> waiting = timeouts.tableLock().isZero() ? List.of() : locks.waiting(timeouts.tableLock());
        List<SessionSetting> running = timeouts.statement().isZero() ? List.of() : locks.running(timeouts.statement());
        List<SessionSetting> all =
                Stream.concat(waiting.stream(), running.stream()).toList();
        if (perTransaction) {
            return new SessionLimits(connection, waiting, all, List.of(), true);
        }
        SessionLimits limits = new SessionLimits(connection, waiting, all, read(connection, all), false);
        limits.restrict(all);
        return limits;
    }

    /** A transaction begins, which may have another session than the last. */
    void begin() throws SQLException {
        if (perTransaction) {
            for (SessionSetting setting : all) {
                HistoryTables.execute(connection, setting.setInTransaction());
            }
        }
    }

    private static List<String> read(Connection connection, List<SessionSetting> settings) throws SQLException {
        if (settings.isEmpty()) {
            return List.of();
        }
        String query = settings.stream().map(SessionSetting::current).collect(Collectors.joining(", ", "SELECT ", ""));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            row.next();
            for (int i = 1; i <= settings.size(); i++) {
                values.add(row.getString(i));
            }
            return values;
        }
    }

    private void restrict(List<SessionSetting> settings) throws SQLException {
        for (SessionSetting setting : settings) {
            HistoryTables.execute(connection, setting.set());
        }
    }

    /** Something that is done without the limit of waiting. */
    interface Work {
        void run() throws SQLException;
    }

    /** Lets a statement wait as the connection did before; must be called in auto-commit mode. */
    void withoutWaiting(Work work) throws SQLException {
        restore(waiting.size());
        work.run();
        restrict(waiting);
    }

    /** Those of waiting come first. */
    private void restore(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            HistoryTables.execute(connection, all.get(i).set(before.get(i)));
        }
    }

    /** A connection that is lost takes its settings along. */
    @Override
    public void close() throws SQLException {
        if (!perTransaction && !connection.isClosed() && connection.isValid(1)) {
            restore(all.size());
        }
    }
}
