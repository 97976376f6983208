package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.revision.Step;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import dev.aludel.test.SqliteDatabase;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One transaction for the whole run, or none. */
class TransactionsTest {
    @TempDir
    Path directory;

    private static Plan run(
            Migrations migrations, Connection connection, Transactions transactions, MigrationListener listener)
            throws SQLException {
        return new Migrator(
                        migrations.scripts(),
                        migrations.dialect(),
                        Migrations.TABLES,
                        Timeouts.standard().withTableLock(Duration.ofMillis(100), Duration.ofSeconds(20)),
                        listener,
                        new Interruption(),
                        transactions)
                .run(connection, heads -> migrations.scripts().graph().upgrade(heads, RevisionTarget.parse("head")));
    }

    private static AludelException fail(Migrations migrations, Connection connection, Transactions transactions) {
        return catchThrowableOfType(
                AludelException.class, () -> run(migrations, connection, transactions, MigrationListener.SILENT));
    }

    @Test
    void aRunIsAllOrNothing() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                    .sql("b2", "a1", "CREATE TABLE book (id int);", "DROP TABLE book;")
                    .sql("c3", "b2", "CREATE TABLE author (id int);", "DROP TABLE author;");

            AludelException failure = fail(migrations, connection, Transactions.RUN);

            assertThat(failure.format())
                    .contains("upgrading to c3")
                    .contains("The run's transaction was rolled back: nothing of its 3 migrations is left."
                            + " The database is at base (no revision is applied).");
            assertThat(Migrations.query(connection, "SELECT to_regclass('author')"))
                    .containsExactly((String) null);
            assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history"))
                    .isEmpty();
            assertThat(Migrations.query(connection, "SELECT action || ' ' || result FROM aludel_log"))
                    .containsExactly("upgrade failed");

            migrations.sql("c3", "b2", "CREATE TABLE shop (id int);", "DROP TABLE shop;");
            List<String> heard = new ArrayList<>();
            Plan plan = run(migrations, connection, Transactions.RUN, new MigrationListener() {
                @Override
                public void stepFinished(Step step, int number, int steps, Duration took) {
                    heard.add(number + " of " + steps + " " + step.revision().id());
                }
            });

            assertThat(plan.steps()).hasSize(3);
            assertThat(heard).containsExactly("1 of 3 a1", "2 of 3 b2", "3 of 3 c3");
            assertThat(Migrations.query(connection, "SELECT count(DISTINCT xmin::text) FROM aludel_history"))
                    .containsExactly("1");
        }
    }

    @Test
    void aRunThatGaveWayBeginsAnewAsAWhole() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("CREATE TABLE busy (id int)");
            Connection other = database.connect();
            other.setAutoCommit(false);
            Migrations.query(other, "SELECT * FROM busy");
            Migrations migrations = new Migrations(directory)
                    .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                    .sql("b2", "a1", "ALTER TABLE busy ADD name text;", "ALTER TABLE busy DROP name;");
            Connection connection = database.connect();
            List<String> blocked = new ArrayList<>();

            run(migrations, connection, Transactions.RUN, new MigrationListener() {
                @Override
                public void blocked(Step step, String blockers, Duration pause) {
                    blocked.add(step.revision().id().value());
                    try {
                        other.rollback();
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            });

            assertThat(blocked).containsExactly("b2");
            assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history ORDER BY 1"))
                    .containsExactly("a1", "b2");
        }
    }

    @Test
    void whatRefusesTransactionsRefusesTheRun() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                    .sql("b2", "a1", "CREATE INDEX CONCURRENTLY ix ON author (id);", "DROP INDEX ix;");

            AludelException refused = fail(migrations, connection, Transactions.RUN);

            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
            assertThat(refused.format())
                    .contains("b2 is more than one transaction")
                    .contains("Nothing was run");
            assertThat(Migrations.query(connection, "SELECT to_regclass('author')"))
                    .containsExactly((String) null);
        }
    }

    @Test
    void mariaDbCommitsBySchemaChange() throws Exception {
        try (MySqlDatabase database = MySqlDatabase.create(MySqlServer.MARIADB_11_4)) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;");

            AludelException refused = fail(migrations, database.connect(), Transactions.RUN);

            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
            assertThat(refused.format()).contains("MariaDB commits each change of the schema by itself");
        }
    }

    @Test
    void onSqliteARunIsAllOrNothingToo() throws Exception {
        try (SqliteDatabase database = SqliteDatabase.create()) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                    .sql("b2", "a1", "CREATE TABLE author (id int);", "DROP TABLE author;");

            assertThat(fail(migrations, database.connection(), Transactions.RUN).format())
                    .contains("nothing of its 2 migrations is left");
            assertThat(database.query("SELECT name FROM sqlite_master WHERE name = 'author'"))
                    .isEmpty();
        }
    }

    @Test
    void withoutTransactionsEachStatementStaysAndIsCounted() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql(
                            "a1",
                            "",
                            "CREATE TABLE author (id int);\nCREATE TABLE author (id int);",
                            "DROP TABLE author;");

            AludelException failure = fail(migrations, connection, Transactions.NONE);

            assertThat(failure.format()).contains("1 of 2 statements are done and stay");
            assertThat(Migrations.query(connection, "SELECT status || statements_done FROM aludel_history"))
                    .containsExactly("upgrading1");
            database.execute("DROP TABLE author");
            assertThat(run(migrations, connection, Transactions.NONE, MigrationListener.SILENT)
                            .steps())
                    .hasSize(1);
        }
    }

    @Test
    void aMigrationsOwnWordGoesBeforeTheRuns() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql(
                            "a1",
                            "\n-- transactions: none",
                            "CREATE TABLE author (id int);\nCREATE TABLE author (id int);",
                            "DROP TABLE author;")
                    .sql(
                            "b2",
                            "a1\n-- transactions: migration",
                            "CREATE TABLE book (id int);\nCREATE TABLE book (id int);",
                            "DROP TABLE book;");

            assertThat(fail(migrations, connection, Transactions.MIGRATION).format())
                    .contains("1 of 2 statements are done and stay");
            assertThat(fail(migrations, connection, Transactions.RUN).format())
                    .contains("The migration a1 is more than one transaction");
            database.execute("DROP TABLE author");
            assertThat(fail(migrations, connection, Transactions.NONE).format())
                    .contains("This migration's transaction was rolled back", "The database is at a1");
            assertThat(Migrations.query(connection, "SELECT revision || status FROM aludel_history"))
                    .containsExactly("a1applied");
        }
    }

    @Test
    void aJavaMigrationSaysItInItsAnnotation() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Migrations migrations = new Migrations(directory)
                    .sql("a0", "", "SELECT 1;", "")
                    .java(
                            "a1",
                            "a0\", transactions = \"none",
                            "op.execute(\"CREATE TABLE author (id int)\");\nop.execute(\"CREATE TABLE author (id int)\");",
                            "");
            assertThat(fail(migrations, database.connect(), Transactions.MIGRATION)
                            .format())
                    .contains("1 of 2 statements are done and stay");
        }
    }

    @Test
    void anotherWordIsRefused() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Migrations migrations = new Migrations(directory).sql("a1", "\n-- transactions: run", "SELECT 1;", "");
            assertThat(fail(migrations, database.connect(), Transactions.MIGRATION)
                            .format())
                    .contains("transactions is 'run'; it can be migration or none.", "a1.sql:3");
        }
    }
}
