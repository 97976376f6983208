package dev.aludel.dialect.h2;

import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.SessionSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code LOCK_TIMEOUT} and {@code QUERY_TIMEOUT}. Only an administrator sees the locks of other sessions.
 *
 * @see <a href="https://h2database.com/html/commands.html#set_lock_timeout">SET LOCK_TIMEOUT</a>
 */
final class H2LockWaits implements LockWaits {
    private static final String BLOCKERS = """
            SELECT 'session ' || s.SESSION_ID || ' of user ' || s.USER_NAME || ', connected since ' || s.SESSION_START
                   || ': ' || LISTAGG(l.LOCK_TYPE || ' on ' || l.TABLE_NAME, ', ')
            FROM INFORMATION_SCHEMA.LOCKS l
            JOIN INFORMATION_SCHEMA.SESSIONS s ON s.SESSION_ID = l.SESSION_ID
            WHERE l.SESSION_ID <> SESSION_ID() AND LOCATE(LOWER(l.TABLE_NAME), LOWER(CAST(? AS VARCHAR))) > 0
            GROUP BY s.SESSION_ID, s.USER_NAME, s.SESSION_START
            """;

    @Override
    public List<SessionSetting> waiting(Duration longest) {
        return List.of(new SessionSetting("LOCK_TIMEOUT()", "SET LOCK_TIMEOUT %s", String.valueOf(longest.toMillis())));
    }

    @Override
    public List<SessionSetting> running(Duration longest) {
        return List.of(new SessionSetting(
                "(SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'QUERY_TIMEOUT')",
                "SET QUERY_TIMEOUT %s",
                String.valueOf(longest.toMillis())));
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
}
