package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MySqlLockTest {
    private static final String SERVERS = "dev.aludel.servers.MySqlServer#available";

    private static DatabaseLock lock(MySqlDatabase database, Connection connection, String key) {
        return database.dialect().lock(connection, key);
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void oneConnectionHoldsIt(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            DatabaseLock first = lock(database, database.connect(), "history");
            Connection waiting = database.connect();
            DatabaseLock second = lock(database, waiting, "history");
            assertThat(second.describeHolder()).contains("nobody");
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(lock(database, waiting, "other'; \\").tryAcquire()).isTrue();
            assertThat(second.describeHolder()).matches("connection \\d+ of user root from \\S+");
            second.release();
            assertThat(second.tryAcquire()).isFalse();
            first.release();
            assertThat(second.describeHolder()).contains("nobody");
            assertThat(second.tryAcquire()).isTrue();
        }
    }

    /** Each statement that defines commits, and a lock of rows would be gone with the first. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void itSurvivesCommitsAndRollbacks(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            assertThat(lock(database, holder, "history").tryAcquire()).isTrue();
            statement.execute("CREATE TABLE t (id INT)");
            holder.commit();
            holder.rollback();
            assertThat(lock(database, database.connect(), "history").tryAcquire())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void itEndsWithAConnectionThatIsKilled(MySqlServer server) throws SQLException, InterruptedException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Connection holder = database.connect();
            assertThat(lock(database, holder, "history").tryAcquire()).isTrue();
            DatabaseLock second = lock(database, database.connect(), "history");
            String id = second.describeHolder().replaceFirst("connection (\\d+) .*", "$1");
            database.execute("KILL CONNECTION " + id);
            boolean acquired = second.tryAcquire();
            for (int attempt = 0; attempt < 100 && !acquired; attempt++) {
                Thread.sleep(20);
                acquired = second.tryAcquire();
            }
            assertThat(acquired).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void eachDatabaseOfAServerHasItsOwn(MySqlServer server) throws SQLException {
        try (MySqlDatabase one = MySqlDatabase.create(server);
                MySqlDatabase two = MySqlDatabase.create(server)) {
            assertThat(lock(one, one.connect(), "history").tryAcquire()).isTrue();
            assertThat(lock(two, two.connect(), "history").tryAcquire()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void whoSeesNoOtherConnectionsIsToldWhatThereIs(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE USER " + database.name() + " IDENTIFIED BY 'x'");
            database.execute("GRANT ALL ON " + database.name() + ".* TO " + database.name());
            assertThat(lock(database, database.connect(), "history").tryAcquire())
                    .isTrue();
            String url = database.url().replace("user=root", "password=x&user=" + database.name());
            try (Connection limited = DriverManager.getConnection(url)) {
                DatabaseLock second = lock(database, limited, "history");
                assertThat(second.tryAcquire()).isFalse();
                assertThat(second.describeHolder()).isEqualTo("a connection of another user");
            }
            database.execute("DROP USER " + database.name());
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void ofManyOneWins(MySqlServer server) throws Exception {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<Boolean>> results = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    DatabaseLock each = lock(database, database.connect(), "history");
                    results.add(threads.submit(() -> {
                        start.await();
                        return each.tryAcquire();
                    }));
                }
                long winners = 0;
                for (Future<Boolean> result : results) {
                    winners += result.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            } finally {
                threads.shutdown();
            }
        }
    }
}
