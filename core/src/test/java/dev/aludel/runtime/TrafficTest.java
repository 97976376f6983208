package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.revision.Step;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.H2Database;
import dev.aludel.test.MySqlDatabase;
import dev.aludel.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that meet sessions which hold locks on what shall be changed. */
class TrafficTest {
    private static final Timeouts IMPATIENT =
            Timeouts.standard().withTableLock(Duration.ofMillis(200), Duration.ofMillis(700));
    private static final Timeouts PATIENT =
            Timeouts.standard().withTableLock(Duration.ofMillis(200), Duration.ofSeconds(30));

    private static final Dialect SQLITE = Dialects.forProduct("SQLite");
    private static final Dialect H2 = Dialects.forProduct("H2");

    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;
    private Connection other;
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void connect() throws SQLException {
        database = TestDatabase.create();
        database.execute("CREATE TABLE account (id int PRIMARY KEY)");
        connection = database.connect();
        other = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    /** Ends the other session's transaction when it has stood in the way for the second time. */
    private MigrationListener releasing(Connection holder) {
        return new MigrationListener() {
            @Override
            public void blocked(Step step, String blockers, Duration pause) {
                heard.add(blockers);
                if (heard.size() == 2) {
                    commit(holder);
                }
            }
        };
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void hold(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void run(
            Migrations migrations, Dialect dialect, Connection on, Timeouts timeouts, MigrationListener listener)
            throws SQLException {
        new Migrator(migrations.scripts(), dialect, Migrations.TABLES, timeouts, listener)
                .run(on, heads -> migrations.scripts().graph().upgrade(heads, RevisionTarget.parse("head")));
    }

    private void run(Migrations migrations, Timeouts timeouts) throws SQLException {
        run(migrations, Migrations.DIALECT, connection, timeouts, releasing(other));
    }

    private String value(String query) throws SQLException {
        return Migrations.query(connection, query).get(0);
    }

    @Test
    void aStepBeginsAnewUntilTheTableIsFree() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory)
                .sql("a1", "", "CREATE TABLE log (id int);\nALTER TABLE account ADD COLUMN name text;", "");
        hold(other, "SELECT * FROM account");
        run(migrations, PATIENT);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0))
                .startsWith("process ")
                .contains(" of user postgres", ", in a transaction since ")
                .contains("Access Share on account");
        assertThat(value("SELECT count(*) FROM information_schema.columns WHERE table_name = 'account'"))
                .isEqualTo("2");
        assertThat(value("SELECT string_agg(result, ' ') FROM aludel_log")).isEqualTo("done");
    }

    @Test
    void aSessionThatStaysIsNamed() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory)
                .sql("a1", "", "CREATE TABLE log (id int);\nALTER TABLE account ADD COLUMN name text;", "");
        hold(other, "LOCK TABLE account IN SHARE MODE");
        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> run(migrations, Migrations.DIALECT, connection, IMPATIENT, MigrationListener.SILENT));
        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format())
                .contains("Statement 2 of 2 failed", "lock timeout", "times in ", "process ", "Share on account")
                .contains("nothing of it is left", "aludel.table-lock-retry");
        assertThat(value("SELECT count(*) FROM pg_tables WHERE tablename = 'log'"))
                .isEqualTo("0");
    }

    @Test
    void theConnectionGetsItsSettingsBack() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory)
                .sql("a1", "", "CREATE TABLE log AS SELECT current_setting('lock_timeout') AS waits;", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '7s'");
        }
        run(migrations, PATIENT);
        assertThat(value("SELECT waits FROM log")).isEqualTo("200ms");
        assertThat(value("SHOW lock_timeout")).isEqualTo("7s");
    }

    @Test
    void aStatementRunsForSoLong() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory).sql("a1", "", "SELECT pg_sleep(20);", "");
        Timeouts limited = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(100));
        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> run(migrations, Migrations.DIALECT, connection, limited, MigrationListener.SILENT));
        assertThat(failure.format()).contains("statement timeout").doesNotContain("tried");
        assertThat(value("SHOW statement_timeout")).isEqualTo("0");
    }

    /** Nobody queues behind it, and to begin anew would cost all that it has read. */
    @Test
    void anIndexThatIsBuiltConcurrentlyWaits() throws Exception {
        Migrations migrations =
                new Migrations(directory).sql("a1", "", "CREATE INDEX CONCURRENTLY ix_account ON account (id);", "");
        hold(other, "INSERT INTO account VALUES (1)");
        Thread ending = new Thread(() -> {
            try {
                Thread.sleep(900);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            commit(other);
        });
        ending.start();
        run(migrations, PATIENT);
        ending.join();
        assertThat(heard).isEmpty();
        assertThat(value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_account'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void ofAStepInPartsOnlyThePartBeginsAnew() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory)
                .sql(
                        "a1",
                        "",
                        "CREATE INDEX CONCURRENTLY ix_account ON account (id);\nCREATE TABLE log (id int);\n"
                                + "ALTER TABLE account ADD COLUMN name text;",
                        "");
        MigrationListener listener = new MigrationListener() {
            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                if (statement.text().startsWith("CREATE TABLE") && heard.isEmpty()) {
                    holdQuietly(other, "SELECT * FROM account");
                }
                heard.add(statement.text().split(" ")[1]);
            }

            @Override
            public void blocked(Step step, String blockers, Duration pause) {
                commit(other);
            }
        };
        run(migrations, Migrations.DIALECT, connection, PATIENT, listener);
        assertThat(heard).containsExactly("INDEX", "TABLE", "TABLE");
        assertThat(value("SELECT status || statements_done FROM aludel_history"))
                .isEqualTo("applied3");
    }

    private static void holdQuietly(Connection connection, String sql) {
        try {
            hold(connection, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void javaCodeIsNotRunTwice() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory).java("a1", "", """
                op.run("count", connection -> {});
                op.addColumn("account", column("name", text()));
                """, "");
        hold(other, "SELECT * FROM account");
        AludelException failure = catchThrowableOfType(AludelException.class, () -> run(migrations, PATIENT));
        assertThat(failure.format()).contains("tried    1 time in", "nothing of it is left");
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.aludel.servers.MySqlServer#available")
    void onServersWithoutTransactionsForTables(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase own = MySqlDatabase.create(server)) {
            own.execute("CREATE TABLE account (id int PRIMARY KEY)");
            Migrations migrations = new Migrations(directory, own.dialect())
                    .sql("a1", "", "CREATE TABLE log (id int);\nALTER TABLE account ADD COLUMN name text;", "");
            Connection holder = own.connect();
            hold(holder, "SELECT * FROM account");
            Connection running = own.connect();
            String before = Migrations.query(running, "SELECT @@SESSION.lock_wait_timeout")
                    .get(0);
            run(migrations, own.dialect(), running, PATIENT, releasing(holder));
            assertThat(heard).hasSize(2);
            assertThat(heard.get(0)).startsWith("connection ").contains(" of user root", "in a transaction since");
            assertThat(Migrations.query(running, "SELECT concat(status, statements_done) FROM aludel_history"))
                    .containsExactly("applied2");
            assertThat(Migrations.query(running, "SELECT @@SESSION.lock_wait_timeout"))
                    .containsExactly(before);
        }
    }

    @Test
    void onSqlite() throws SQLException, IOException {
        String url = "jdbc:sqlite:" + directory.resolve("shop.db");
        try (Connection holder = DriverManager.getConnection(url);
                Connection running = DriverManager.getConnection(url)) {
            Migrations migrations =
                    new Migrations(directory, SQLITE).sql("a1", "", "CREATE TABLE account (id int);", "");
            run(migrations, SQLITE, running, PATIENT, releasing(holder));
            migrations.sql("b2", "a1", "ALTER TABLE account ADD COLUMN name text;", "");
            hold(holder, "INSERT INTO account VALUES (1)");
            run(migrations, SQLITE, running, PATIENT, releasing(holder));
            assertThat(heard).hasSize(2);
            assertThat(Migrations.query(running, "SELECT revision FROM aludel_history ORDER BY 1"))
                    .containsExactly("a1", "b2");
            assertThat(Migrations.query(running, "SELECT timeout FROM pragma_busy_timeout"))
                    .containsExactly("3000");
        }
    }

    @Test
    void onH2() throws SQLException, IOException {
        try (H2Database own = H2Database.create()) {
            Connection holder = own.connect();
            Connection running = own.connect();
            try (Statement statement = running.createStatement()) {
                statement.execute("CREATE TABLE ACCOUNT (ID INT PRIMARY KEY)");
            }
            Migrations migrations =
                    new Migrations(directory, H2).sql("a1", "", "ALTER TABLE ACCOUNT ADD COLUMN NAME VARCHAR(9);", "");
            hold(holder, "INSERT INTO ACCOUNT VALUES (1)");
            Timeouts limited =
                    new Timeouts(Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(9));
            run(migrations, H2, running, limited, releasing(holder));
            assertThat(heard).hasSize(2);
            assertThat(heard.get(0)).startsWith("session ").contains(" on ACCOUNT");
            assertThat(Migrations.query(running, "SELECT REVISION FROM aludel_history"))
                    .containsExactly("a1");
        }
    }
}
