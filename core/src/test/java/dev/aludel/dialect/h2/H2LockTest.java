package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.test.H2Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2LockTest {
    private final H2Dialect dialect = new H2Dialect();

    @ParameterizedTest
    @ValueSource(strings = {"", ";DATABASE_TO_LOWER=TRUE", ";DATABASE_TO_UPPER=FALSE", ";MODE=PostgreSQL"})
    void oneConnectionHoldsIt(String settings) throws SQLException {
        try (H2Database database = H2Database.create(settings);
                Connection holder = database.connect();
                Connection waiting = database.connect()) {
            DatabaseLock first = dialect.lock(holder, "history");
            DatabaseLock second = dialect.lock(waiting, "history");
            assertThat(second.describeHolder()).contains("nobody");
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(dialect.lock(waiting, "other.\"history\"").tryAcquire()).isTrue();
            assertThat(second.describeHolder()).containsIgnoringCase("of user sa, connected since 20");
            second.release();
            assertThat(second.tryAcquire()).isFalse();
            first.release();
            assertThat(second.tryAcquire()).isTrue();
        }
    }

    @Test
    void itSurvivesARollbackAndEndsWithTheConnection() throws SQLException {
        try (H2Database database = H2Database.create();
                Connection waiting = database.connect()) {
            Connection holder = database.connect();
            holder.setAutoCommit(false);
            assertThat(dialect.lock(holder, "history").tryAcquire()).isTrue();
            holder.rollback();
            DatabaseLock second = dialect.lock(waiting, "history");
            assertThat(second.tryAcquire()).isFalse();
            holder.close();
            assertThat(second.describeHolder()).contains("nobody");
            assertThat(second.tryAcquire()).isTrue();
        }
    }

    @Test
    void ofManyWhoTakeOverFromTheDeadOneWins() throws Exception {
        try (H2Database database = H2Database.create()) {
            for (int round = 0; round < 20; round++) {
                try (Connection dead = database.connect()) {
                    assertThat(dialect.lock(dead, "history " + round).tryAcquire())
                            .isTrue();
                }
                assertThat(winners(database, "history " + round)).isEqualTo(1);
                assertThat(winners(database, "new " + round)).isEqualTo(1);
            }
        }
    }

    private long winners(H2Database database, String key) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Connection> connections = new ArrayList<>();
        try {
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Connection connection = database.connect();
                connections.add(connection);
                results.add(threads.submit(() -> {
                    start.await();
                    return dialect.lock(connection, key).tryAcquire();
                }));
            }
            long winners = 0;
            for (Future<Boolean> result : results) {
                winners += result.get() ? 1 : 0;
            }
            return winners;
        } finally {
            threads.shutdown();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void nothingOfItIsStored(@TempDir Path directory) throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("shop");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            assertThat(dialect.lock(connection, "history").tryAcquire()).isTrue();
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException closed) {
            assertThat(closed.getErrorCode()).isIn(90098, 90121);
        }
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            assertThat(dialect.lock(connection, "history").describeHolder()).contains("nobody");
        }
    }

    @Test
    void whoSeesNoOtherSessionsTakesNobodyForDead() throws SQLException {
        try (H2Database database = H2Database.create()) {
            database.execute("CREATE USER limited PASSWORD 'x'; GRANT ALTER ANY SCHEMA TO limited");
            try (Connection dead = database.connect()) {
                assertThat(dialect.lock(dead, "history").tryAcquire()).isTrue();
            }
            try (Connection limited = DriverManager.getConnection(database.url(), "limited", "x")) {
                assertThat(dialect.lock(limited, "history").tryAcquire()).isFalse();
                assertThat(dialect.lock(limited, "another").tryAcquire()).isTrue();
            }
        }
    }
}
