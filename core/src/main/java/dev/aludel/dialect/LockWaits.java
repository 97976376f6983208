package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How the statements of a session wait for locks of other sessions, and whom they wait for. */
public interface LockWaits {

    /** Lets each statement wait so long for a lock of another session, and then fail as {@link FailureKind#LOCK_TIMEOUT}. */
    List<SessionSetting> waiting(Duration longest);

    /** Lets each statement run so long, and then fail; none where the database has no such limit. */
    List<SessionSetting> running(Duration longest);

    /**
     * The sessions that hold locks which the statement may have waited for, for people; none where the database does not
     * say. Asked right after the statement failed, when nothing waits any more.
     */
    List<String> findBlockers(Connection connection, String statement) throws SQLException;

    /** True where nobody queues behind the statement while it waits, so that it may wait for as long as it takes. */
    default boolean waitsUnnoticed(SqlStatement statement) {
        return false;
    }
}
