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

/**
 * An advisory lock of the session, which survives a rollback and goes with the connection.
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
    private boolean held;

    PostgresLock(Connection connection, String key) {
        this.connection = connection;
        this.key = hash(key);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // The server counts: without this a second call would need a second release.
        if (!held) {
            held = call("SELECT pg_try_advisory_lock(?)");
        }
        return held;
    }

    @Override
    public void release() throws SQLException {
        if (held) {
            call("SELECT pg_advisory_unlock(?)");
            held = false;
        }
    }

    private boolean call(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
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
