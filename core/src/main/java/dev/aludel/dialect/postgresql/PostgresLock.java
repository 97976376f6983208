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

/** A session-level advisory lock (manual: 13.3.5): it ends with the connection, and is only tried, never waited for. */
final class PostgresLock implements DatabaseLock {
    private static final String HOLDER = """
            SELECT activity.pid, activity.usename, activity.application_name, activity.client_addr::text,
                   activity.backend_start::timestamptz(0)::text
              FROM pg_catalog.pg_locks AS locks
              JOIN pg_catalog.pg_stat_activity AS activity ON activity.pid = locks.pid
             WHERE locks.locktype = 'advisory' AND locks.granted AND locks.objsubid = 1
               AND ((locks.classid::bigint << 32) | locks.objid::bigint) = ?
               AND locks.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            """;

    private final Connection connection;
    private final long key;

    PostgresLock(Connection connection, String key) {
        this.connection = connection;
        this.key = hash(key);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        return ask("SELECT pg_catalog.pg_try_advisory_lock(?)");
    }

    @Override
    public void release() throws SQLException {
        ask("SELECT pg_catalog.pg_advisory_unlock(?)");
    }

    @Override
    public String describeHolder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return "nobody any more";
                }
                String client = rows.getString(4) == null ? "a local socket" : rows.getString(4);
                return "process " + rows.getInt(1) + " of user " + rows.getString(2) + " (" + rows.getString(3)
                        + " from " + client + "), connected since " + rows.getString(5);
            }
        }
    }

    private boolean ask(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static long hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("aludel:" + text).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
