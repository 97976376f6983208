package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.H2Database;
import dev.aludel.test.MySqlDatabase;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration after which the run's lock is gone, as when somebody freed it or the session is another one. */
class LockLostTest {
    @TempDir
    Path directory;

    private AludelException fail(Migrations migrations, Connection connection) {
        return catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));
    }

    @Test
    void aTransactionIsRolledBackAndSaysSo() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                    .sql(
                            "b2",
                            "a1",
                            "CREATE TABLE book (id int);\nSELECT pg_advisory_unlock_all();",
                            "DROP TABLE book;");

            AludelException failure = fail(migrations, connection);

            assertThat(failure.code()).isEqualTo(ErrorCode.LOCK_LOST);
            assertThat(failure.format())
                    .contains(
                            "This migration's transaction was rolled back: nothing of it is left. The database is at a1.")
                    .contains("aludel log");
            assertThat(Migrations.query(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                    .contains("author")
                    .doesNotContain("book");
            assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history"))
                    .containsExactly("a1");
        }
    }

    @Test
    void aPartIsRolledBackAndNotCounted() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql(
                            "a1",
                            "",
                            "CREATE TABLE author (id int);\nCREATE INDEX CONCURRENTLY ix_id ON author (id);\n"
                                    + "CREATE TABLE book (id int);\nSELECT pg_advisory_unlock_all();",
                            "DROP TABLE author;");

            assertThat(fail(migrations, connection).code()).isEqualTo(ErrorCode.LOCK_LOST);

            assertThat(Migrations.query(connection, "SELECT statements_done FROM aludel_history"))
                    .containsExactly("2");
            assertThat(Migrations.query(connection, "SELECT to_regclass('book')"))
                    .containsExactly((String) null);
        }
    }

    @Test
    void onMySqlWhatIsDoneIsNotCounted() throws Exception {
        try (MySqlDatabase database = MySqlDatabase.create(MySqlServer.MARIADB_11_4)) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql("a1", "", "INSERT INTO author VALUES (1);\nDO RELEASE_ALL_LOCKS();", "DELETE FROM author;");
            database.execute("CREATE TABLE author (id int) ENGINE=InnoDB");

            assertThat(fail(migrations, connection).code()).isEqualTo(ErrorCode.LOCK_LOST);

            assertThat(Migrations.query(connection, "SELECT count(*) FROM author"))
                    .containsExactly("0");
        }
    }

    @Test
    void onH2TheLockIsATable() throws Exception {
        try (H2Database database = H2Database.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory, Dialects.forProduct("H2"))
                    .sql("a1", "", "DROP TABLE PUBLIC.\"aludel lock of aludel_history\";", "SELECT 1;");

            assertThat(fail(migrations, connection).code()).isEqualTo(ErrorCode.LOCK_LOST);

            assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history WHERE status = 'applied'"))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void onSqliteTheLockIsAFile() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
                Statement statement = connection.createStatement()) {
            DatabaseLock lock = Dialects.forProduct("SQLite").lock(connection, "aludel_history");
            assertThat(lock.tryAcquire()).isTrue();
            assertThat(lock.isHeld()).isTrue();
            statement.execute("DETACH aludel_lock");
            assertThat(lock.isHeld()).isFalse();
        }
    }
}
