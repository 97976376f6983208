package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs on servers that commit each statement that defines. */
class MySqlRunTest {
    private static final String SERVERS = "dev.aludel.servers.MySqlServer#available";

    @TempDir
    Path directory;

    private Migrations migrations(MySqlDatabase database) throws IOException {
        return new Migrations(directory, database.dialect())
                .sql(
                        "a1",
                        "",
                        "CREATE TABLE author (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x');\n"
                                + "INSERT INTO author (name) VALUES ('Ursula');",
                        "DROP TABLE author;")
                .java("b2", "a1", """
                        op.alterColumn("author", "name").type(varchar(200));
                        op.addColumn("author", column("email", varchar(255)));
                        op.createIndex("ix_author_email", "author", "email");
                        op.backfill("author", "id").set("email = concat(name, '@example.com')");
                        """, """
                        op.dropIndex("ix_author_email", "author");
                        op.dropColumn("author", "email");
                        op.alterColumn("author", "name").type(varchar(20));
                        """);
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void thereAndBack(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = migrations(database);
            Connection connection = database.connect();
            migrations.upgrade(connection, "head");
            assertThat(Migrations.query(connection, "SELECT concat(name, ' ', email) FROM author"))
                    .containsExactly("Ursula Ursula@example.com");
            assertThat(type(connection, "name")).containsExactly("varchar(200) NO x");
            assertThat(history(connection)).containsExactly("a1||applied|2|2", "b2|a1|applied|4|4");
            assertThat(migrations.upgrade(connection, "head").steps()).isEmpty();

            migrations.downgrade(connection, "-1");
            assertThat(type(connection, "name")).containsExactly("varchar(20) NO x");
            assertThat(history(connection)).containsExactly("a1||applied|2|2");
            migrations.downgrade(connection, "base");
            assertThat(Migrations.query(connection, "SHOW TABLES")).containsExactly("aludel_history", "aludel_log");
            assertThat(Migrations.query(
                            connection,
                            "SELECT concat(action, ' ', revision, ' ', result) FROM aludel_log ORDER BY id"))
                    .containsExactly("upgrade a1 done", "upgrade b2 done", "downgrade b2 done", "downgrade a1 done");
        }
    }

    private static List<String> type(Connection connection, String column) throws SQLException {
        return Migrations.query(
                connection,
                "SELECT concat(column_type, ' ', is_nullable, ' ', coalesce(replace(column_default, '''', ''), '-')) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'author' AND column_name = '" + column
                        + "'");
    }

    private static List<String> history(Connection connection) throws SQLException {
        return Migrations.query(
                connection,
                "SELECT concat_ws('|', revision, parents, status, statements_done, statements_total) FROM aludel_history"
                        + " ORDER BY revision");
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void aFailureSaysWhatIsAppliedAndTheNextRunContinues(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql(
                            "a1",
                            "",
                            "CREATE TABLE author (id int PRIMARY KEY);\nCREATE TABLE book (id int PRIMARY KEY);\n"
                                    + "ALTER TABLE book ADD COLUMN title text;",
                            "DROP TABLE book;\nDROP TABLE author;");
            Connection connection = database.connect();
            database.execute("CREATE TABLE book (id int PRIMARY KEY)");
            assertThatThrownBy(() -> migrations.upgrade(connection, "head"))
                    .isInstanceOfSatisfying(
                            AludelException.class,
                            failure -> assertThat(failure.format())
                                    .contains(
                                            "RUN-003  Statement 2 of 3 failed while upgrading to a1",
                                            "CREATE TABLE book (id int PRIMARY KEY)",
                                            "SQLSTATE 42S01, error 1050",
                                            "1 of 3 statements are done and stay, and the history has counted them.",
                                            "it continues at statement 2"));
            assertThat(history(connection)).containsExactly("a1||upgrading|1|3");

            database.execute("DROP TABLE book");
            migrations.upgrade(connection, "head");
            assertThat(history(connection)).containsExactly("a1||applied|3|3");
            assertThat(Migrations.query(connection, "SHOW TABLES")).contains("author", "book");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void rowsAloneAreOneTransaction(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE TABLE author (id int PRIMARY KEY)");
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql(
                            "a1",
                            "",
                            "INSERT INTO author VALUES (1);\nINSERT INTO author VALUES (1);",
                            "DELETE FROM author;");
            Connection connection = database.connect();
            assertThatThrownBy(() -> migrations.upgrade(connection, "head"))
                    .isInstanceOfSatisfying(
                            AludelException.class,
                            failure -> assertThat(failure.format())
                                    .contains("This migration's transaction was rolled back: nothing of it is left."));
            assertThat(Migrations.query(connection, "SELECT id FROM author")).isEmpty();
            assertThat(history(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void theServersOwnClientRunsAScript(MySqlServer server) throws Exception {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .java("a1", "", """
                            op.createTable("author", column("id", bigint()).notNull().identity(), column("name", varchar(20)).notNull(),
                                primaryKey("pk_author", "id"));
                            op.bulkInsert("author", "name").row("it's \\\\ a; name");
                            op.alterColumn("author", "name").type(varchar(200)).comment("whole");
                            """, "op.dropTable(\"author\");")
                    .sql("b2", "a1", "INSERT INTO author (name) VALUES ('second');", "DELETE FROM author;");
            String script = migrations.offline().render(migrations.planUpgrade("head"), Optional.of("release 1"));
            assertThat(server.runClient(database.name(), script)).doesNotContain("ERROR");
            Connection connection = database.connect();
            assertThat(Migrations.query(connection, "SELECT name FROM author ORDER BY id"))
                    .containsExactly("it's \\ a; name", "second");
            assertThat(type(connection, "name").isEmpty()
                            || type(connection, "name").get(0).startsWith("varchar(200) NO"))
                    .isTrue();
            assertThat(history(connection)).containsExactly("a1||applied|3|3", "b2|a1|applied|1|1");
            assertThat(migrations.upgrade(connection, "head").steps()).isEmpty();
            assertThat(Migrations.query(connection, "SHOW PROCEDURE STATUS WHERE db = DATABASE()"))
                    .isEmpty();

            String again = server.runClient(database.name(), script);
            assertThat(again).contains("ERROR 1644", "Aludel did nothing here");
            assertThat(Migrations.query(connection, "SELECT count(*) FROM author"))
                    .containsExactly("2");

            String back = migrations.offline().render(migrations.planDowngrade("base", "b2"), Optional.empty());
            assertThat(server.runClient(database.name(), back)).doesNotContain("ERROR");
            assertThat(history(connection)).isEmpty();
        }
    }
}
