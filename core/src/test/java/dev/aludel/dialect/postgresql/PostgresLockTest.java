package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresLockTest {
    private final PostgresDialect dialect = new PostgresDialect();

    @Test
    void oneConnectionHoldsIt() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            Connection holder = database.connect();
            try (Statement statement = holder.createStatement()) {
                statement.execute("SET application_name = 'first run'");
            }
            DatabaseLock first = dialect.lock(holder, "history");
            DatabaseLock second = dialect.lock(database.connect(), "history");
            DatabaseLock other = dialect.lock(database.connect(), "another history");
            assertThat(second.describeHolder()).contains("nobody");
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(other.tryAcquire()).isTrue();
            assertThat(second.describeHolder()).contains("process ", "postgres", "first run", "127.0.0.1", "since 20");
            second.release();
            assertThat(second.tryAcquire()).isFalse();
            first.release();
            assertThat(second.tryAcquire()).isTrue();
        }
    }

    @Test
    void itSurvivesARollbackAndEndsWithTheConnection() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection holder = database.connect();
            DatabaseLock second = dialect.lock(database.connect(), "history");
            holder.setAutoCommit(false);
            assertThat(dialect.lock(holder, "history").tryAcquire()).isTrue();
            holder.rollback();
            assertThat(second.tryAcquire()).isFalse();
            holder.close();
            long deadline = System.nanoTime() + 5_000_000_000L;
            boolean free = second.tryAcquire();
            while (!free && System.nanoTime() < deadline) {
                Thread.sleep(20);
                free = second.tryAcquire();
            }
            assertThat(free).isTrue();
        }
    }

    @Test
    void aLockOfAnotherDatabaseIsAnother() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase two = TestDatabase.create()) {
            assertThat(dialect.lock(one.connect(), "history").tryAcquire()).isTrue();
            DatabaseLock lock = dialect.lock(two.connect(), "history");
            assertThat(lock.describeHolder()).contains("nobody");
            assertThat(lock.tryAcquire()).isTrue();
        }
    }
}
