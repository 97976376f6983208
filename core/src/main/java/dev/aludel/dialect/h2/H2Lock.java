package dev.aludel.dialect.h2;

import dev.aludel.dialect.DatabaseLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A lock made of a global temporary table, since H2 has none that outlives a transaction. To create the table is to take
 * the lock: of two who try, one fails. Its only column is named for the session that holds it. Such a table is not
 * stored, so that nothing is left of it when the database is closed; a session that is gone without dropping it is found
 * out by the list of sessions, and its column renamed to the next holder's. H2 lets two sessions rename the same column one
 * after the other, so whoever takes over creates a second such table first, which again only one of two can do.
 *
 * <p>Only an administrator sees the other sessions. For anybody else a holder is alive until the database is closed.
 */
final class H2Lock implements DatabaseLock {
    private static final int TABLE_EXISTS = 42101;
    private static final int TABLE_MISSING = 42102;
    private static final int TABLE_MISSING_WITH_CANDIDATES = 42103;
    private static final int DATABASE_IS_EMPTY = 42104;
    private static final int COLUMN_MISSING = 42122;
    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;

    /** A session's number is used again, its start is not. */
    static final String SESSION =
            "SELECT 'session ' || SESSION_ID || ' of user ' || USER_NAME || ', connected since ' || SESSION_START"
                    + " FROM INFORMATION_SCHEMA.SESSIONS";

    private static final String MINE = SESSION + " WHERE SESSION_ID = SESSION_ID()";

    private static final String HOLDER = "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS"
            + " WHERE lower(TABLE_SCHEMA) = 'public' AND TABLE_NAME = ?";

    private static final String IS_ALIVE = "SELECT 1 FROM INFORMATION_SCHEMA.USERS u WHERE u.USER_NAME = CURRENT_USER"
            + " AND NOT u.IS_ADMIN UNION ALL SELECT 1 FROM (" + SESSION + ") s(HOLDER) WHERE s.HOLDER = ?";

    private final Connection connection;
    private final String table;
    private boolean held;

    H2Lock(Connection connection, String key) {
        this.connection = connection;
        this.table = tableName(key);
    }

    /** The name of the lock for a key, as it is stored. */
    static String tableName(String key) {
        return "aludel lock of " + key.replace("\"", "'");
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (!held) {
            String mine = find(MINE).orElseThrow();
            Optional<String> holder = find(HOLDER, table);
            held = holder.isEmpty()
                    ? change(creation(name(), mine))
                    : find(IS_ALIVE, holder.get()).isEmpty() && takeOver(holder.get(), mine);
        }
        return held;
    }

    /** The token is named for the dead, and goes only when its place is taken: a late one finds no column of that name. */
    private boolean takeOver(String dead, String mine) throws SQLException {
        String token = "PUBLIC." + H2Identifiers.quoted(table + " after " + dead);
        if (!change(creation(token, mine))) {
            return false;
        }
        try {
            return change("ALTER TABLE " + name() + " ALTER COLUMN " + H2Identifiers.quoted(dead) + " RENAME TO "
                    + H2Identifiers.quoted(mine));
        } finally {
            change("DROP TABLE IF EXISTS " + token);
        }
    }

    private static String creation(String table, String column) {
        return "CREATE GLOBAL TEMPORARY TABLE " + table + " (" + H2Identifiers.quoted(column) + " INTEGER)";
    }

    @Override
    public boolean isHeld() throws SQLException {
        return find(HOLDER, table).equals(find(MINE));
    }

    @Override
    public void release() throws SQLException {
        if (held) {
            change("DROP TABLE IF EXISTS " + name());
            held = false;
        }
    }

    @Override
    public String describeHolder() throws SQLException {
        Optional<String> holder = find(HOLDER, table);
        return holder.isPresent() && find(IS_ALIVE, holder.get()).isPresent()
                ? holder.get()
                : "nobody: the lock is free now";
    }

    private String name() {
        return "PUBLIC." + H2Identifiers.quoted(table);
    }

    /** False where another session was faster. */
    private boolean change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException failure) {
            return switch (failure.getErrorCode()) {
                case TABLE_EXISTS,
                        TABLE_MISSING,
                        TABLE_MISSING_WITH_CANDIDATES,
                        DATABASE_IS_EMPTY,
                        COLUMN_MISSING,
                        LOCK_TIMEOUT,
                        CONCURRENT_UPDATE -> false;
                default -> throw failure;
            };
        }
    }

    private Optional<String> find(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
