package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.FailureKind;
import dev.aludel.test.TestDatabase;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresFailuresTest {
    private final PostgresDialect dialect = new PostgresDialect();

    private static SQLException failureOf(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        }
    }

    private static SQLException failureToConnect(String url, String password) {
        return catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(url, "nobody", password).close());
    }

    @Test
    void saysWhatTheServerSaysWithDetailAndHint() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            database.execute("CREATE TABLE t (a integer UNIQUE); INSERT INTO t VALUES (1)");
            assertThat(dialect.describeFailure(failureOf(connection, "ALTER TABLE t ADD a integer")))
                    .isEqualTo("PostgreSQL: column \"a\" of relation \"t\" already exists (SQLSTATE 42701)");
            assertThat(dialect.describeFailure(failureOf(connection, "INSERT INTO t VALUES (1)")))
                    .isEqualTo(
                            "PostgreSQL: duplicate key value violates unique constraint \"t_a_key\" (SQLSTATE 23505)\n"
                                    + "Detail: Key (a)=(1) already exists.");
            assertThat(dialect.describeFailure(failureOf(connection, "SELECT nosuch(1)")))
                    .contains("(SQLSTATE 42883)\nHint: ")
                    .doesNotContain("Position");
        }
    }

    @Test
    void knowsWhyItCannotConnect() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        SQLException refused = failureToConnect("jdbc:postgresql://127.0.0.1:" + free + "/x", "tiger");
        assertThat(dialect.classify(refused)).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(dialect.describeFailure(refused)).contains("refused").doesNotContain("tiger");

        SQLException unknown = failureToConnect("jdbc:postgresql://no-such-host.invalid/x", "tiger");
        assertThat(dialect.classify(unknown)).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(dialect.describeFailure(unknown)).startsWith("PostgreSQL: unknown host no-such-host.invalid");

        SQLException missing = catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(TestDatabase.url("no_such")).close());
        assertThat(dialect.classify(missing)).isEqualTo(FailureKind.NO_SUCH_DATABASE);
        assertThat(dialect.describeFailure(missing)).contains("database \"no_such\" does not exist");

        String url = TestDatabase.url("postgres").replaceFirst("\\?.*", "");
        SQLException denied = failureToConnect(url, "tiger");
        assertThat(dialect.classify(denied)).isEqualTo(FailureKind.ACCESS_DENIED);
        assertThat(dialect.describeFailure(denied)).contains("nobody").doesNotContain("tiger");
    }

    @Test
    void knowsALockTimeoutALostConnectionAndTheRest() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("CREATE TABLE t (a integer)");
            Connection holder = database.connect();
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("LOCK TABLE t");
            }
            Connection waiter = database.connect();
            assertThat(dialect.classify(failureOf(waiter, "SET lock_timeout = '50ms'; ALTER TABLE t ADD b integer")))
                    .isEqualTo(FailureKind.LOCK_TIMEOUT);
            assertThat(dialect.classify(failureOf(waiter, "SELECT 1/0"))).isEqualTo(FailureKind.OTHER);
            assertThat(dialect.classify(failureOf(waiter, "SELECT pg_terminate_backend(pg_backend_pid())")))
                    .isEqualTo(FailureKind.CONNECTION_LOST);
            assertThat(dialect.classify(new SQLException("no state"))).isEqualTo(FailureKind.OTHER);
        }
    }

    @Test
    void knowsWhatTakesNoWrites() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection reader = database.connect()) {
            assertThat(dialect.classify(failureOf(reader, "BEGIN READ ONLY; CREATE TABLE t (a integer)")))
                    .isEqualTo(FailureKind.READ_ONLY);
        }
    }

    @Test
    void aCauseWithoutAMessageIsNotNamed() {
        SQLException cut = new SQLException("An I/O error occurred.", "08006", new EOFException());
        assertThat(dialect.describeFailure(cut)).isEqualTo("PostgreSQL: An I/O error occurred. (SQLSTATE 08006)");
    }

    @Test
    void showsNoPasswordOfAUrl() {
        SQLException failure = new SQLException(
                "No suitable driver found for jdbc:postgresql://me:secret1@host/x?user=me&password=secret2&ssl=true");
        assertThat(dialect.describeFailure(failure))
                .contains("host/x", "ssl=true")
                .doesNotContain("secret");
    }
}
