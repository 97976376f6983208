package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.FailureKind;
import dev.aludel.test.H2Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FailuresTest {
    private final H2Dialect dialect = new H2Dialect();

    private static SQLException connecting(String url, String user, String password) {
        return catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(url, user, password).close());
    }

    private static SQLException running(H2Database database, String sql) {
        return catchThrowableOfType(SQLException.class, () -> database.execute(sql));
    }

    @Test
    void connectionsThatCannotBeHad(@TempDir Path directory) throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("shop");
        try (Connection open = DriverManager.getConnection(url, "sa", "secret")) {
            SQLException wrong = connecting(url, "sa", "guess");
            assertThat(dialect.classify(wrong)).isEqualTo(FailureKind.ACCESS_DENIED);
            assertThat(dialect.describeFailure(wrong))
                    .startsWith("H2: Wrong user name or password")
                    .doesNotContain("guess");
            assertThat(open.isValid(1)).isTrue();
        }
        assertThat(dialect.classify(connecting(url + "2;IFEXISTS=TRUE", "sa", "")))
                .isEqualTo(FailureKind.NO_SUCH_DATABASE);
        assertThat(dialect.classify(connecting("jdbc:h2:tcp://127.0.0.1:1/x", "sa", "")))
                .isEqualTo(FailureKind.UNREACHABLE);
    }

    @Test
    void statementsThatFail() throws SQLException {
        try (H2Database database = H2Database.create()) {
            SQLException missing = running(database, "SELECT * FROM nope");
            assertThat(dialect.classify(missing)).isEqualTo(FailureKind.OTHER);
            assertThat(dialect.describeFailure(missing))
                    .startsWith("H2: Table \"NOPE\" not found")
                    .endsWith("(SQLSTATE 42S04)");
            database.execute("CREATE USER u PASSWORD 'p'; CREATE TABLE t (id INT)");
            try (Connection limited = DriverManager.getConnection(database.url(), "u", "p");
                    var statement = limited.createStatement()) {
                SQLException denied = catchThrowableOfType(SQLException.class, () -> statement.execute("DROP TABLE t"));
                assertThat(dialect.classify(denied)).isEqualTo(FailureKind.MISSING_PRIVILEGE);
            }
        }
    }

    @Test
    void anIndexThatAForeignKeyUsesComesWithAdvice() throws SQLException {
        try (H2Database database = H2Database.create()) {
            database.execute("CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (a INT); CREATE INDEX ix ON b (a);"
                    + "ALTER TABLE b ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES a");
            assertThat(dialect.describeFailure(running(database, "DROP INDEX ix")))
                    .contains("drop the foreign key");
        }
    }

    @Test
    void waitingTooLong() throws SQLException {
        try (H2Database database = H2Database.create(";LOCK_TIMEOUT=50")) {
            database.execute("CREATE TABLE t (id INT); INSERT INTO t VALUES (1)");
            try (Connection other = database.connect();
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("UPDATE t SET id = 2");
                assertThat(dialect.classify(running(database, "UPDATE t SET id = 3")))
                        .isEqualTo(FailureKind.LOCK_TIMEOUT);
            }
        }
    }

    @Test
    void aConnectionThatIsGone() throws SQLException {
        H2Database database = H2Database.create();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            database.close();
            SQLException gone = catchThrowableOfType(SQLException.class, () -> statement.execute("SELECT 1"));
            assertThat(dialect.classify(gone)).isEqualTo(FailureKind.CONNECTION_LOST);
        }
    }
}
