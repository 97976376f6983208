package dev.aludel.dialect.mysql;

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
 * A named lock of the session, which survives commits and goes with the connection. Names hold for the whole server, so
 * the database is part of them.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/locking-functions.html">Locking Functions</a>
 */
final class MySqlLock implements DatabaseLock {
    private static final String HOLDER = """
            SELECT p.id, p.user, p.host, p.time
            FROM information_schema.processlist p
            WHERE p.id = IS_USED_LOCK(%s)
            """;

    private final Connection connection;
    private final String key;
    private boolean held;

    MySqlLock(Connection connection, String key) {
        this.connection = connection;
        this.key = name(key);
    }

    /** The expression that names a key's lock in the current database. At most 64 characters are allowed. */
    static String name(String key) {
        return "CONCAT('aludel_', " + MySqlIdentifiers.literal(hash(key))
                + ", '_', LEFT(SHA1(COALESCE(DATABASE(), '')), 16))";
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return String.format("%016x", ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // The server counts: without this a second call would need a second release.
        if (!held) {
            held = call("SELECT GET_LOCK(" + key + ", 0)");
        }
        return held;
    }

    @Override
    public boolean isHeld() throws SQLException {
        return call("SELECT IS_USED_LOCK(" + key + ") = CONNECTION_ID()");
    }

    @Override
    public void release() throws SQLException {
        if (held) {
            call("SELECT RELEASE_LOCK(" + key + ")");
            held = false;
        }
    }

    private boolean call(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getInt(1) == 1;
        }
    }

    @Override
    public String describeHolder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER.formatted(key));
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                return "connection " + row.getLong("id") + " of user " + row.getString("user") + " from "
                        + row.getString("host");
            }
        }
        return call("SELECT IS_USED_LOCK(" + key + ") IS NOT NULL")
                ? "a connection of another user"
                : "nobody: the lock is free now";
    }
}
