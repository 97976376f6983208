package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A report holds the table in an open transaction while a migration wants it: the application's queries wait no longer than
 * the limit, and the migration is done when the report is. {@code -Daludel.report=20} is a report of so many seconds.
 */
class LongQueryTest {
    private static final Duration REPORT = Duration.ofSeconds(Integer.getInteger("aludel.report", 5));
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofMillis(1500);
    private static final int CLIENTS = 4;

    @TempDir
    Path directory;

    private record Traffic(int queries, Duration longest) {}

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theApplicationGoesOn(Arena arena) throws Exception {
        String url = arena.create(directory);
        execute(url, "CREATE TABLE account (id int PRIMARY KEY, balance int)");
        execute(url, "INSERT INTO account VALUES (0, 0), (1, 0), (2, 0), (3, 0)");
        Checkout checkout = Checkout.create(directory.resolve("project"), url)
                .write("aludel.properties", "aludel.directory=versions\naludel.table-lock-timeout=1s\n")
                .migration("a1", "", "ALTER TABLE account ADD COLUMN name varchar(50);", "");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
        try (Connection report = DriverManager.getConnection(url)) {
            report.setAutoCommit(false);
            execute(report, "SELECT count(*) FROM account");
            List<Future<Traffic>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                clients.add(threads.submit(client(url, number, over)));
            }
            Future<CommandRun> migration = threads.submit(() -> checkout.run("upgrade", "head"));
            Thread.sleep(REPORT.toMillis());
            assertThat(migration).isNotDone();
            report.commit();
            migration.get().exits(0);
            over.set(true);
            say(arena, clients);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void say(Arena arena, List<Future<Traffic>> clients) throws Exception {
        int queries = 0;
        Duration longest = Duration.ZERO;
        for (Future<Traffic> client : clients) {
            Traffic traffic = client.get();
            queries += traffic.queries();
            longest = longest.compareTo(traffic.longest()) > 0 ? longest : traffic.longest();
        }
        System.out.println("long query on " + arena + ": a report of " + REPORT.toSeconds() + " s, " + queries
                + " queries, the longest waited " + longest.toMillis() + " ms");
        // shorter would mean that the migration never stood in anybody's way
        assertThat(longest).isBetween(LIMIT.dividedBy(4), LIMIT.plus(SLACK));
    }

    private static Callable<Traffic> client(String url, int number, AtomicBoolean over) {
        return () -> {
            int queries = 0;
            long longest = 0;
            try (Connection connection = DriverManager.getConnection(url)) {
                while (!over.get()) {
                    long begun = System.nanoTime();
                    execute(
                            connection,
                            queries % 2 == 0
                                    ? "SELECT balance FROM account"
                                    : "UPDATE account SET balance = balance + 1 WHERE id = " + number);
                    longest = Math.max(longest, System.nanoTime() - begun);
                    queries++;
                    Thread.sleep(5);
                }
            }
            return new Traffic(queries, Duration.ofNanos(longest));
        };
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
