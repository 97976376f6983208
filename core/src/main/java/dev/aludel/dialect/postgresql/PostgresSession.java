package dev.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the driver knows of its session, asked by name, since the driver is no part of this module. A pooler answers the
 * driver's login itself, with a process number of its own making.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">BackendKeyData</a>
 */
final class PostgresSession {
    private final Connection connection;

    PostgresSession(Connection connection) {
        this.connection = connection;
    }

    /** The process that serves this session, as the login said; empty with a driver that does not tell. */
    Optional<Integer> findProcess() {
        return call("getBackendPID").map(Integer.class::cast);
    }

    /** Lets the driver keep no statement prepared on the server, not even its COMMIT. */
    void prepareNothing() {
        call("setPrepareThreshold", 0);
    }

    private Optional<Object> call(String method, int... arguments) {
        try {
            Class<?> type = Class.forName(
                    "org.postgresql.PGConnection", false, connection.getClass().getClassLoader());
            Object driver = connection.unwrap(type);
            return arguments.length == 0
                    ? Optional.ofNullable(type.getMethod(method).invoke(driver))
                    : Optional.ofNullable(type.getMethod(method, int.class).invoke(driver, arguments[0]));
        } catch (ReflectiveOperationException | SQLException | LinkageError anotherDriver) {
            return Optional.empty();
        }
    }
}
