package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.SessionSetting;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/**
 * {@code busy_timeout}: the whole database has one writer at a time. SQLite does not say who that is.
 *
 * @see <a href="https://sqlite.org/pragma.html#pragma_busy_timeout">busy_timeout</a>
 */
final class SqliteLockWaits implements LockWaits {

    @Override
    public List<SessionSetting> waiting(Duration longest) {
        return List.of(new SessionSetting(
                "(SELECT timeout FROM pragma_busy_timeout)",
                "PRAGMA busy_timeout = %s",
                String.valueOf(longest.toMillis())));
    }

    @Override
    public List<SessionSetting> running(Duration longest) {
        return List.of();
    }

    @Override
    public List<String> findBlockers(Connection connection, String statement) {
        return List.of();
    }
}
