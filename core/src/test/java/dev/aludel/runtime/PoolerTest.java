package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.revision.Step;
import dev.aludel.test.PgBouncer;
import dev.aludel.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs through a real PgBouncer that pools transactions: sessions are lent, so that neither locks nor settings stay. */
class PoolerTest {
    private static final int RUNS = Integer.getInteger("aludel.processes", 8);
    private static final int REVISIONS = 20;

    @TempDir
    Path directory;

    private Path versions;
    private TestDatabase database;
    private PgBouncer pooler;
    private Migrations migrations;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabase.create();
        pooler = PgBouncer.start(directory, "transaction", 3);
        versions = Files.createDirectory(directory.resolve("versions"));
        migrations = new Migrations(versions).sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;");
    }

    @AfterEach
    void drop() throws Exception {
        if (pooler != null) {
            pooler.close();
        }
        database.close();
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(pooler.url(database));
    }

    private List<String> query(String sql) throws Exception {
        try (Connection direct = DriverManager.getConnection(database.url())) {
            return Migrations.query(direct, sql);
        }
    }

    /** Other connections use the sessions between the transactions of the one that is tested. */
    private AutoCloseable traffic() throws Exception {
        Connection other = connect();
        Thread thread = new Thread(() -> {
            try (Statement statement = other.createStatement()) {
                while (!Thread.currentThread().isInterrupted()) {
                    statement.execute("SELECT pg_sleep(0.001)");
                }
            } catch (SQLException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return () -> {
            thread.interrupt();
            thread.join();
            other.close();
        };
    }

    /** Asks until the connection has met a second session, or thirty seconds are over. */
    private static Set<String> sessions(Connection connection) throws SQLException {
        Set<String> sessions = new HashSet<>();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (sessions.size() < 2 && System.nanoTime() < end) {
            sessions.addAll(Migrations.query(connection, "SELECT pg_backend_pid()"));
        }
        return sessions;
    }

    @Test
    void sessionsChangeAndTheRunDoesNotMind() throws Exception {
        for (int i = 2; i <= REVISIONS; i++) {
            migrations.sql("a" + i, "a" + (i - 1), "CREATE TABLE t" + i + " (id int);", "DROP TABLE t" + i + ";");
        }
        List<String> heard = new ArrayList<>();
        try (Connection connection = connect();
                AutoCloseable traffic = traffic()) {
            assertThat(sessions(connection)).hasSizeGreaterThan(1);

            Plan plan = migrations.upgrade(connection, "head", new MigrationListener() {
                @Override
                public void pooled() {
                    heard.add("pooled");
                }
            });

            assertThat(plan.steps()).hasSize(REVISIONS);
            assertThat(migrations.downgrade(connection, "base").steps()).hasSize(REVISIONS);
            assertThat(migrations.upgrade(connection, "head").steps()).hasSize(REVISIONS);
        }
        assertThat(heard).containsExactly("pooled");
        assertThat(query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .containsExactly("0");
    }

    /** A process that runs all migrations and says how many it did. */
    static final class Racer {
        private Racer() {}

        /** Arguments: URL and directory. */
        public static void main(String[] arguments) throws Exception {
            Migrations migrations = new Migrations(Path.of(arguments[1]));
            Migrator migrator = new Migrator(
                    migrations.scripts(),
                    Migrations.DIALECT,
                    Migrations.TABLES,
                    Timeouts.standard(),
                    MigrationListener.SILENT);
            try (Connection connection = DriverManager.getConnection(arguments[0])) {
                Plan done = migrator.run(
                        connection, heads -> migrations.scripts().graph().upgrade(heads, RevisionTarget.parse("head")));
                System.out.println("DONE " + done.steps().size());
            }
        }
    }

    @Test
    void processesThatRaceDoEachRevisionOnce() throws Exception {
        for (int i = 2; i <= REVISIONS; i++) {
            migrations.sql("a" + i, "a" + (i - 1), "CREATE TABLE t" + i + " (id int);", "DROP TABLE t" + i + ";");
        }
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Racer.class.getName(),
                            pooler.url(database),
                            versions.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        int steps = 0;
        for (Process process : processes) {
            String said = String.join(
                    "\n", process.inputReader(StandardCharsets.UTF_8).lines().toList());
            assertThat(process.waitFor()).as(said).isZero();
            steps += Integer.parseInt(said.substring(said.indexOf("DONE ") + 5).strip());
        }
        assertThat(steps).isEqualTo(REVISIONS);
        assertThat(query("SELECT count(*) || ' ' || count(DISTINCT revision) FROM aludel_log WHERE result = 'done'"))
                .containsExactly(REVISIONS + " " + REVISIONS);
    }

    @Test
    void limitsHoldForTheTransactionAndStayNowhere() throws Exception {
        database.execute("CREATE TABLE limits (waiting text)");
        migrations.sql(
                "b2", "a1", "INSERT INTO limits VALUES (current_setting('lock_timeout'));", "DELETE FROM limits;");
        try (Connection connection = connect()) {
            migrations.upgrade(connection, "head");
            for (int i = 0; i < 6; i++) {
                assertThat(Migrations.query(connection, "SHOW lock_timeout")).containsExactly("0");
            }
        }
        assertThat(query("SELECT waiting FROM limits")).containsExactly("3s");
    }

    @Test
    void whatNeedsMoreThanOneTransactionIsRefusedBeforeAnythingRuns() throws Exception {
        migrations.sql(
                "b2",
                "a1",
                "ALTER TABLE author ADD name text;\nCREATE INDEX CONCURRENTLY ix_name ON author (name);",
                "DROP INDEX ix_name;");
        try (Connection connection = connect()) {
            AludelException refused =
                    catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));
            assertThat(refused.code()).isEqualTo(ErrorCode.POOLED);
            assertThat(refused.format()).contains("b2.sql:").contains("--url");
        }
        assertThat(query("SELECT to_regclass('author')")).containsExactly((String) null);
    }

    @Test
    void aRunThatWentElsewhereIsNotFollowed() throws Exception {
        migrations
                .sql("b2", "a1", "CREATE TABLE book (id int);", "DROP TABLE book;")
                .sql("c2", "a1", "CREATE TABLE shop (id int);", "DROP TABLE shop;");
        try (Connection connection = connect()) {
            AludelException moved = catchThrowableOfType(
                    AludelException.class,
                    () -> migrations.upgrade(connection, "b2", new MigrationListener() {
                        @Override
                        public void stepFinished(Step step, int number, int steps, Duration took) {
                            if (number == 1) {
                                try (Connection other = connect()) {
                                    migrations.upgrade(other, "c2");
                                } catch (Exception failure) {
                                    throw new IllegalStateException(failure);
                                }
                            }
                        }
                    }));
            assertThat(moved.code()).isEqualTo(ErrorCode.MOVED_MEANWHILE);
            assertThat(moved.format()).contains("from a1 to c2");
        }
        assertThat(query("SELECT to_regclass('book')")).containsExactly((String) null);
    }
}
