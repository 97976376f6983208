package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.DatabaseLock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * An advisory lock of the session, which survives a rollback and goes with the connection. Behind a pooler the server's
 * session is not the one that the driver was told of when it connected; then it is a lock of the transaction.
 *
 * <p>The server counts how often a session takes it. This one takes it twice, so that it can ask whether it has it by giving
 * one back and taking it again, which never leaves the lock free: {@code pg_locks} says the same, but takes the locks of the
 * whole server to say it, and more time than the row of the history.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
 */
final class PostgresLock implements DatabaseLock {
    private static final String HOLDER = """
            SELECT a.pid, a.usename, a.application_name, coalesce(host(a.client_addr), 'a local socket') AS client,
                   to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') AS since
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = current_database()
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.classid::bigint = ? AND l.objid::bigint = ?
            """;

    private final Connection connection;
    private final long key;
    private final PostgresSession session;
    private boolean held;
    private boolean pooled;

    PostgresLock(Connection connection, String key) {
        this.connection = connection;
        this.key = hash(key);
        this.session = new PostgresSession(connection);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (!held && !pooled) {
            String attempt = twice("pg_try_advisory_lock");
            Optional<Boolean> taken = ask(session.findProcess()
                    .map(own -> "CASE WHEN pg_backend_pid() = " + own + " THEN " + attempt + " END")
                    .orElse(attempt));
            held = taken.orElse(false);
            pooled = taken.isEmpty();
            if (pooled) {
                session.prepareNothing();
            }
        }
        return held;
    }

    @Override
    public boolean isPooled() {
        return pooled;
    }

    @Override
    public boolean tryAcquireForTransaction() throws SQLException {
        return ask(call("pg_try_advisory_xact_lock")).orElse(false);
    }

    @Override
    public boolean isHeld() throws SQLException {
        return ask(condition()).orElse(false);
    }

    @Override
    public Optional<String> heldCondition() {
        return Optional.of(condition());
    }

    private String condition() {
        return pooled
                ? call("pg_try_advisory_xact_lock")
                : "CASE WHEN " + call("pg_advisory_unlock") + " THEN " + call("pg_try_advisory_lock")
                        + " ELSE false END";
    }

    private String call(String function) {
        return function + "(" + key + ")";
    }

    private String twice(String function) {
        return call(function) + " AND " + call(function);
    }

    @Override
    public void release() throws SQLException {
        if (held) {
            ask(twice("pg_advisory_unlock"));
            held = false;
        }
    }

    /** Never a statement that the driver keeps prepared: a pooler would send it to a server that does not know it. */
    private Optional<Boolean> ask(String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + expression)) {
            result.next();
            boolean answer = result.getBoolean(1);
            return result.wasNull() ? Optional.empty() : Optional.of(answer);
        }
    }

    @Override
    public String describeHolder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key >>> 32);
            statement.setLong(2, key & 0xFFFF_FFFFL);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? holder(result) : "nobody: the lock is free now";
            }
        }
    }

    /** The server hides where another user's session comes from, but for those who may read all statistics. */
    private static String holder(ResultSet row) throws SQLException {
        String application = row.getString("application_name");
        String since = row.getString("since");
        return "process " + row.getInt("pid") + " of user " + row.getString("usename")
                + (application == null || application.isEmpty() ? "" : " (" + application + ")")
                + (since == null ? "" : " from " + row.getString("client") + ", connected since " + since);
    }

    /** The number that stands for a key in this database. */
    static long hash(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("aludel:" + key).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
