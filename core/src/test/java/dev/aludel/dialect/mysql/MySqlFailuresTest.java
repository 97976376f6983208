package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.FailureKind;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MySqlFailuresTest {
    private static final String SERVERS = "dev.aludel.servers.MySqlServer#available";

    private static SQLException connecting(String url) {
        return catchThrowableOfType(
                SQLException.class, () -> DriverManager.getConnection(url).close());
    }

    private static SQLException running(Statement statement, String sql) {
        return catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
    }

    private static String product(MySqlServer server) {
        return server.isMariaDb() ? "MariaDB: " : "MySQL: ";
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void connectionsThatCannotBeHad(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Dialect dialect = database.dialect();
            SQLException wrong = connecting(database.url() + "&password=guess");
            assertThat(dialect.classify(wrong)).isEqualTo(FailureKind.ACCESS_DENIED);
            assertThat(dialect.describeFailure(wrong))
                    .startsWith(product(server) + "Access denied for user 'root'@")
                    .endsWith("(SQLSTATE 28000, error 1045)")
                    .doesNotContain("guess");
            SQLException missing = connecting(server.url("no_such_database"));
            assertThat(dialect.classify(missing)).isEqualTo(FailureKind.NO_SUCH_DATABASE);
            assertThat(dialect.describeFailure(missing)).startsWith(product(server) + "Unknown database 'no_such");
            SQLException nobody = connecting(database.url().replaceFirst(":\\d+/", ":1/"));
            assertThat(dialect.classify(nobody)).isEqualTo(FailureKind.UNREACHABLE);
            assertThat(dialect.describeFailure(nobody)).contains("Connection refused");
            SQLException nowhere = connecting(database.url().replace("127.0.0.1", "no-such-host.invalid"));
            assertThat(dialect.classify(nowhere)).isEqualTo(FailureKind.UNREACHABLE);
            assertThat(dialect.describeFailure(nowhere)).contains("no-such-host.invalid");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void statementsThatFail(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                Statement statement = database.connect().createStatement()) {
            Dialect dialect = database.dialect();
            SQLException missing = running(statement, "SELECT * FROM nope");
            assertThat(dialect.classify(missing)).isEqualTo(FailureKind.OTHER);
            assertThat(dialect.describeFailure(missing))
                    .isEqualTo(product(server) + "Table '" + database.name()
                            + ".nope' doesn't exist (SQLSTATE 42S02, error 1146)");
            assertThat(dialect.describeFailure(running(statement, "SELEC 1")))
                    .startsWith(product(server) + "You have an error in your SQL syntax")
                    .endsWith("(SQLSTATE 42000, error 1064)")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void whatAUserMayNot(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE TABLE t (id INT)");
            database.execute("CREATE USER " + database.name() + " IDENTIFIED BY 'x'");
            database.execute("GRANT SELECT ON " + database.name() + ".t TO " + database.name());
            String url = database.url().replace("user=root", "password=x&user=" + database.name());
            try (Connection limited = DriverManager.getConnection(url);
                    Statement statement = limited.createStatement()) {
                for (String sql : new String[] {
                    "DROP TABLE t",
                    "CREATE TABLE u (id INT)",
                    "CREATE DATABASE other",
                    "INSERT INTO t VALUES (1)",
                    "SET GLOBAL max_connections = 7"
                }) {
                    assertThat(database.dialect().classify(running(statement, sql)))
                            .as(sql)
                            .isEqualTo(FailureKind.MISSING_PRIVILEGE);
                }
            }
            database.execute("DROP USER " + database.name());
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void waitingTooLong(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                Connection holder = database.connect();
                Connection waiting = database.connect();
                Statement holding = holder.createStatement();
                Statement statement = waiting.createStatement()) {
            statement.execute("CREATE TABLE t (id INT PRIMARY KEY)");
            holder.setAutoCommit(false);
            holding.execute("INSERT INTO t VALUES (1)");
            statement.execute("SET innodb_lock_wait_timeout = 1, lock_wait_timeout = 1");
            Dialect dialect = database.dialect();
            assertThat(dialect.classify(running(statement, "INSERT INTO t VALUES (1)")))
                    .isEqualTo(FailureKind.LOCK_TIMEOUT);
            assertThat(dialect.classify(running(statement, "ALTER TABLE t ADD a INT")))
                    .isEqualTo(FailureKind.LOCK_TIMEOUT);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void aSessionThatTakesNoWrites(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION READ ONLY");
            assertThat(database.dialect().classify(running(statement, "CREATE TABLE t (a INT)")))
                    .isEqualTo(FailureKind.READ_ONLY);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void aConnectionThatIsGone(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String id;
            try (var row = statement.executeQuery("SELECT connection_id()")) {
                row.next();
                id = row.getString(1);
            }
            database.execute("KILL CONNECTION " + id);
            Dialect dialect = database.dialect();
            assertThat(dialect.classify(running(statement, "SELECT 1"))).isEqualTo(FailureKind.CONNECTION_LOST);
            SQLException after = catchThrowableOfType(
                    SQLException.class, () -> connection.createStatement().execute("SELECT 1"));
            assertThat(dialect.classify(after)).isEqualTo(FailureKind.CONNECTION_LOST);
            assertThat(dialect.classify(catchThrowableOfType(SQLException.class, connection::commit)))
                    .isEqualTo(FailureKind.CONNECTION_LOST);
        }
    }
}
