package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.SessionSetting;
import dev.aludel.dialect.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code lock_timeout} and {@code statement_timeout}. Who blocks is told from the locks on the tables that the statement
 * names: {@code pg_blocking_pids} knows it only while somebody waits, which would take a second connection.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Client connection defaults</a>
 */
final class PostgresLockWaits implements LockWaits {
    /** Such a statement waits with a lock that no reader or writer conflicts with; to begin anew would cost its work. */
    private static final Pattern CONCURRENTLY = Pattern.compile(
            "^\\s*(create(\\s+unique)?\\s+index|drop\\s+index|reindex\\b.*?)\\s+concurrently\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String BLOCKERS = """
            SELECT 'process ' || a.pid || ' of user ' || coalesce(a.usename, '?')
                   || coalesce(' (' || nullif(a.application_name, '') || ')', '')
                   || coalesce(', in a transaction since ' || to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
                   || ': ' || string_agg(DISTINCT replace(replace(l.mode, 'Lock', ''), 'Access', 'Access ')
                                         || ' on ' || c.relname, ', ')
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = current_database()
            JOIN pg_catalog.pg_class c ON c.oid = l.relation
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.granted AND l.locktype = 'relation' AND l.pid <> pg_backend_pid()
              AND c.relnamespace <> 'pg_catalog'::regnamespace AND position(lower(c.relname) IN lower(?)) > 0
            GROUP BY a.pid, a.usename, a.application_name, a.xact_start
            ORDER BY a.xact_start, a.pid
            """;

    @Override
    public List<SessionSetting> waiting(Duration longest) {
        return List.of(setting("lock_timeout", longest));
    }

    @Override
    public List<SessionSetting> running(Duration longest) {
        return List.of(setting("statement_timeout", longest));
    }

    private static SessionSetting setting(String name, Duration longest) {
        return new SessionSetting(
                "current_setting('" + name + "')",
                "SET " + name + " = '%s'",
                Optional.of("SET LOCAL " + name + " = '%s'"),
                longest.toMillis() + "ms");
    }

    @Override
    public List<String> findBlockers(Connection connection, String statement) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BLOCKERS)) {
            query.setString(1, statement);
            try (ResultSet rows = query.executeQuery()) {
                List<String> blockers = new ArrayList<>();
                while (rows.next()) {
                    blockers.add(rows.getString(1));
                }
                return blockers;
            }
        }
    }

    @Override
    public boolean waitsUnnoticed(SqlStatement statement) {
        return CONCURRENTLY.matcher(statement.sql()).find();
    }
}
