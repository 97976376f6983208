package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.test.H2Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and scripts on H2, where each change of the schema commits. */
class H2RunTest {
    private static final String ROWS =
            "SELECT concat_ws(' ', revision, parents, status, statements_done, statements_total)"
                    + " FROM aludel_history ORDER BY revision";

    private final Dialect dialect = Dialects.forProduct("H2");
    private final History history = new History(dialect, Migrations.TABLES);

    @TempDir
    Path directory;

    private H2Database database;
    private Connection connection;
    private Migrations migrations;

    @BeforeEach
    void create() throws Exception {
        database = H2Database.create();
        connection = database.connect();
        migrations = new Migrations(directory)
                .sql(
                        "a1",
                        "",
                        "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(50));\n"
                                + "INSERT INTO author VALUES (1, 'Ann;'), (2, 'Bob'), (3, 'Cid');",
                        "DROP TABLE author;")
                .java("b2", "a1", """
                        op.addColumn("author", column("email", varchar(100)));
                        op.backfill("author", "id").set("email = lower(name)").batchSize(2);
                        op.run("read", connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("UPDATE author SET name = upper(name)");
                            }
                        });
                        op.createIndex("ix_email", "author", "email");
                        """, "op.dropIndex(\"ix_email\", \"author\");\nop.dropColumn(\"author\", \"email\");")
                .sql("c3", "b2", "UPDATE author SET name = 'x';", "UPDATE author SET name = 'y';");
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    private Migrator migrator() {
        return new Migrator(
                migrations.scripts(),
                dialect,
                Migrations.TABLES,
                Timeouts.standard().withRun(Duration.ofMillis(300)),
                MigrationListener.SILENT);
    }

    private Plan upgrade(Connection on, String target) throws SQLException {
        return migrator().run(on, heads -> migrations.scripts().graph().upgrade(heads, RevisionTarget.parse(target)));
    }

    private Plan downgrade(String target) throws SQLException {
        return migrator()
                .run(connection, heads -> migrations.scripts().graph().downgrade(heads, RevisionTarget.parse(target)));
    }

    private void runScript(String script) throws Exception {
        Path file = Files.writeString(directory.resolve("script.txt"), script);
        RunScript.execute(database.url(), "sa", "", file.toString(), StandardCharsets.UTF_8, false);
    }

    @Test
    void upgradesAndDowngrades() throws Exception {
        assertThat(upgrade(connection, "head").steps()).hasSize(3);
        assertThat(database.query(ROWS)).containsExactly("a1  applied 2 2", "b2 a1 applied 4 4", "c3 b2 applied 1 1");
        assertThat(database.query("SELECT email FROM author ORDER BY id")).containsExactly("ann;", "bob", "cid");
        assertThat(upgrade(connection, "head").steps()).isEmpty();
        assertThat(history.log(connection, 10)).hasSize(3);

        assertThat(downgrade("a1").steps()).hasSize(2);
        assertThat(database.query("SELECT name FROM author")).containsOnly("y");
        assertThat(history.rows(connection)).hasSize(1);
        downgrade("base");
        assertThat(history.rows(connection)).isEmpty();
        assertThat(database.query("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"))
                .containsExactlyInAnyOrder("ALUDEL_HISTORY", "ALUDEL_LOG");
    }

    @Test
    void stopsInTheMiddleAndGoesOnThere() throws Exception {
        migrations.sql(
                "c3",
                "b2",
                "CREATE TABLE book (id INT);\nINSERT INTO book VALUES (1);\nCREATE UNIQUE INDEX ux_name ON author (name);",
                "DROP INDEX ux_name;\nDROP TABLE book;");
        upgrade(connection, "b2");
        database.execute("UPDATE author SET name = 'same'");
        AludelException failure = catchThrowableOfType(AludelException.class, () -> upgrade(connection, "head"));
        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format()).contains("H2: Unique index", "2 of 3 statements are done and stay");
        assertThat(database.query(ROWS)).last().isEqualTo("c3 b2 upgrading 2 3");

        database.execute("UPDATE author SET name = id");
        upgrade(connection, "head");
        assertThat(database.query(ROWS)).last().isEqualTo("c3 b2 applied 3 3");
        assertThat(database.query("SELECT count(*) FROM book")).containsExactly("1");
    }

    @Test
    void oneRunAtATime() throws Exception {
        Connection other = database.connect();
        assertThat(dialect.lock(other, Migrations.TABLES.history().toString()).tryAcquire())
                .isTrue();
        AludelException failure = catchThrowableOfType(AludelException.class, () -> upgrade(connection, "head"));
        assertThat(failure.code()).isEqualTo(ErrorCode.LOCKED);
        assertThat(failure.format()).contains("session ", " of user SA, connected since ");
        other.close();
        assertThat(upgrade(connection, "head").steps()).hasSize(3);
    }

    @Test
    void aScriptDoesWhatARunDoes() throws Exception {
        migrations.java(
                "b2",
                "a1",
                "op.addColumn(\"author\", column(\"email\", varchar(100)));",
                "op.dropColumn(\"author\", \"email\");");
        OfflineScript offline =
                new OfflineScript(migrations.scripts(), dialect, Migrations.TABLES, Duration.ofSeconds(1));
        String up = offline.render(plan("head"), Optional.of("release 7"));
        runScript(up);
        List<String> rows = database.query(ROWS);
        assertThat(rows).containsExactly("a1  applied 2 2", "b2 a1 applied 1 1", "c3 b2 applied 1 1");
        assertThat(database.query("SELECT DISTINCT name FROM author")).containsExactly("x");
        assertThat(upgrade(connection, "head").steps()).isEmpty();

        Exception again = catchThrowableOfType(Exception.class, () -> runScript(up));
        assertThat(again).hasMessageContaining("the database is at c3, and this part of the script begins at base");
        assertThat(database.query(ROWS)).isEqualTo(rows);

        String down = offline.render(
                migrations.scripts().graph().downgrade(Heads.of("c3"), RevisionTarget.parse("base")), Optional.empty());
        runScript(down);
        assertThat(database.query(ROWS)).isEmpty();
        assertThat(dialect.lock(connection, Migrations.TABLES.history().toString())
                        .tryAcquire())
                .isTrue();
    }

    @Test
    void aScriptWaitsForNobody() throws Exception {
        migrations.java("b2", "a1", "op.dropColumn(\"author\", \"name\");", "op.execute(\"SELECT 1\");");
        assertThat(dialect.lock(connection, Migrations.TABLES.history().toString())
                        .tryAcquire())
                .isTrue();
        String script = new OfflineScript(migrations.scripts(), dialect, Migrations.TABLES, Duration.ofSeconds(1))
                .render(plan("a1"), Optional.empty());
        Exception failure = catchThrowableOfType(Exception.class, () -> runScript(script));
        assertThat(failure).hasMessageContaining("another run holds the lock");
        assertThat(database.query("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"
                        + " AND TABLE_TYPE = 'BASE TABLE'"))
                .isEmpty();
    }

    private Plan plan(String target) {
        return migrations.scripts().graph().upgrade(Heads.of(), RevisionTarget.parse(target));
    }

    @Test
    void aFileIsADatabaseToo() throws Exception {
        String url = "jdbc:h2:" + directory.resolve("shop") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection file = DriverManager.getConnection(url, "sa", "secret")) {
            upgrade(file, "head");
        }
        try (Connection file = DriverManager.getConnection(url, "sa", "secret")) {
            assertThat(upgrade(file, "head").steps()).isEmpty();
            assertThat(Migrations.query(file, "SELECT count(*) FROM author WHERE email IS NOT NULL"))
                    .containsExactly("3");
        }
    }

    @Test
    void anotherToolsTableIsSeenInWhicheverLetters() throws Exception {
        for (String table : List.of("\"flyway_schema_history\"", "DATABASECHANGELOG")) {
            database.execute("CREATE TABLE " + table + " (id INT)");
            AludelException failure = catchThrowableOfType(AludelException.class, () -> upgrade(connection, "head"));
            assertThat(failure.code()).isEqualTo(ErrorCode.OTHER_TOOL);
            database.execute("DROP TABLE " + table);
        }
    }

    @Test
    void aForeignHistoryIsNotTouched() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE aludel_history (a INT)");
        }
        AludelException failure = catchThrowableOfType(AludelException.class, () -> upgrade(connection, "head"));
        assertThat(failure.code()).isEqualTo(ErrorCode.FOREIGN_HISTORY);
    }

    @Test
    void stampsWithoutRunning() throws IOException, SQLException {
        migrator()
                .run(
                        connection,
                        heads -> migrations.scripts().graph().stamp(heads, List.of(RevisionTarget.parse("b2"))));
        assertThat(database.query(ROWS)).containsExactly("a1  applied 0 0", "b2 a1 applied 0 0");
    }

    /** A process may die between the two statements that create a table. */
    @Test
    void aTableWithoutItsCommentGetsIt() throws Exception {
        history.ensureTables(connection);
        database.execute("COMMENT ON TABLE aludel_history IS NULL");
        upgrade(connection, "head");
        assertThat(Migrations.query(
                        connection,
                        "SELECT remarks FROM information_schema.tables WHERE table_name = 'ALUDEL_HISTORY'"))
                .containsExactly("The revisions that are applied to this database; kept by Aludel.");
    }
}
