package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.revision.Step;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import dev.aludel.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that a newer release has migrated, and a release that was taken back. */
class AheadTest {
    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static Plan downgrade(Migrations migrations, Connection on, String target) throws SQLException {
        return migrations
                .migrator()
                .run(on, (graph, heads, halfDone) -> graph.downgrade(heads, RevisionTarget.parse(target)));
    }

    private void lose(String... ids) throws IOException {
        for (String id : ids) {
            Files.delete(directory.resolve(id + ".sql"));
        }
    }

    private Migrations three() throws IOException {
        return new Migrations(directory)
                .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                .sql(
                        "b2",
                        "a1",
                        "CREATE TABLE book (id int);\nALTER TABLE author ADD COLUMN name text;",
                        "ALTER TABLE author DROP COLUMN name; -- gone\nDROP TABLE book -- for good\n;")
                .sql("c3", "b2", "CREATE INDEX CONCURRENTLY ix_book ON book (id);", "DROP INDEX CONCURRENTLY ix_book;");
    }

    @Test
    void theWayBackIsInTheHistory() throws SQLException, IOException {
        Migrations migrations = three();
        migrations.upgrade(connection, "a1");
        String before = Migrations.describe(connection).split("\n")[0];
        migrations.upgrade(connection, "head");
        lose("b2", "c3");
        assertThat(History.findAhead(
                        new History(Migrations.DIALECT, Migrations.TABLES).standing(connection),
                        migrations.scripts().graph()))
                .containsExactly(RevisionId.of("b2"), RevisionId.of("c3"));
        Plan plan = downgrade(migrations, connection, "a1");
        assertThat(plan.steps())
                .extracting(step -> step.revision().id().value())
                .containsExactly("c3", "b2");
        assertThat(Migrations.describe(connection).split("\n")[0]).isEqualTo(before);
        assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history"))
                .containsExactly("a1");
        downgrade(migrations, connection, "base");
    }

    @Test
    void withoutAnyFile() throws SQLException, IOException {
        Migrations migrations = three();
        migrations.upgrade(connection, "head");
        lose("a1", "b2", "c3");
        downgrade(migrations, connection, "-1");
        downgrade(migrations, connection, "base");
        assertThat(Migrations.query(
                        connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
                .containsExactly("aludel_history", "aludel_log");
    }

    @Test
    void javaOnTheWayBackIsSaidWhenItIsApplied() throws SQLException, IOException {
        Migrations migrations = three().java("d4", "c3", "op.execute(\"SELECT 1\");", """
                op.run("read", connection -> {});
                """);
        List<String> heard = new ArrayList<>();
        migrations.upgrade(connection, "head", new MigrationListener() {
            @Override
            public void wayBackNotStored(Step step) {
                heard.add(step.revision().id().value());
            }
        });
        assertThat(heard).containsExactly("d4");
        assertThat(Migrations.query(connection, "SELECT detail FROM aludel_log WHERE revision = 'd4'"))
                .containsExactly("its way back is not SQL alone and takes the file");
        Files.delete(directory.resolve("M_d4.java"));
        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> downgrade(migrations, connection, "base"));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_AHEAD);
        assertThat(failure.format())
                .contains("The way back of d4 (Step d4) is not in the history", "No migration was run");
        assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history ORDER BY 1"))
                .containsExactly("a1", "b2", "c3", "d4");
    }

    @Test
    void aStoredDowngradeThatFailsNamesItsPlace() throws SQLException, IOException {
        Migrations migrations = three();
        migrations.upgrade(connection, "head");
        lose("c3");
        database.execute("DROP INDEX ix_book");
        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> downgrade(migrations, connection, "b2"));
        assertThat(failure.format()).contains("history, downgrade of c3:1   DROP INDEX CONCURRENTLY ix_book");
    }

    @Test
    void theSwitchedBranch() throws SQLException, IOException {
        Migrations migrations = three();
        migrations.upgrade(connection, "head");
        lose("b2", "c3");
        migrations.sql("x9", "a1", "CREATE TABLE other (id int);", "DROP TABLE other;");
        downgrade(migrations, connection, "a1");
        migrations.upgrade(connection, "head");
        assertThat(new History(Migrations.DIALECT, Migrations.TABLES)
                        .standing(connection)
                        .heads())
                .isEqualTo(Heads.of("x9"));
    }

    @Test
    void theWayBackLeavesOtherBranchesAlone() throws SQLException, IOException {
        Migrations migrations = three().sql("x9", "a1", "CREATE TABLE other (id int);", "DROP TABLE other;");
        connection.setAutoCommit(true);
        migrations
                .migrator()
                .run(connection, heads -> migrations.scripts().graph().upgrade(heads, RevisionTarget.parse("heads")));
        lose("b2", "c3");
        History history = new History(Migrations.DIALECT, Migrations.TABLES);
        WayBack.Downgrade way = history.findWayBack(
                        connection,
                        history.standing(connection),
                        migrations.scripts().graph())
                .downgrade()
                .orElseThrow();
        assertThat(way.target()).isEqualTo("b2@a1");
        assertThat(way.taken()).containsExactly(RevisionId.of("c3"), RevisionId.of("b2"));
        assertThat(way.notStored()).isEmpty();
        downgrade(migrations, connection, way.target());
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("x9"));
    }

    /** As a newer release leaves it that had squashed b2 into c3. */
    @Test
    void whatWasAppliedSquashedIsTakenBackPieceByPiece() throws SQLException, IOException {
        Migrations migrations = three();
        migrations.upgrade(connection, "head");
        database.execute("DELETE FROM aludel_history WHERE revision = 'b2'");
        database.execute("UPDATE aludel_history SET parents = 'a1' WHERE revision = 'c3'");
        downgrade(migrations, connection, "b2");
        assertThat(Migrations.query(connection, "SELECT revision FROM aludel_history ORDER BY 1"))
                .containsExactly("a1", "b2");
        downgrade(migrations, connection, "a1");
        assertThat(Migrations.query(connection, "SELECT detail FROM aludel_log WHERE action = 'repair' ORDER BY id"))
                .containsExactly(
                        "added its row, which was missing below an applied revision",
                        "took its parents from the file: [b2]");
    }

    @ParameterizedTest
    @MethodSource("dev.aludel.servers.MySqlServer#available")
    void onMySql(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase own = MySqlDatabase.create(server)) {
            Migrations migrations = new Migrations(directory, own.dialect())
                    .java(
                            "a1",
                            "",
                            "op.createTable(\"author\", column(\"id\", integer()).notNull(), column(\"name\", varchar(9)));",
                            "op.dropTable(\"author\");")
                    .java(
                            "b2",
                            "a1",
                            "op.createIndex(\"ix_name\", \"author\", \"name\");\nop.addColumn(\"author\", column(\"born\", date()));",
                            "op.dropColumn(\"author\", \"born\");\nop.dropIndex(\"ix_name\", \"author\");");
            Connection on = own.connect();
            migrations.upgrade(on, "a1");
            String before = own.query("SHOW CREATE TABLE author").toString();
            migrations.upgrade(on, "head");
            Files.delete(directory.resolve("M_b2.java"));
            downgrade(migrations, on, "a1");
            assertThat(own.query("SHOW CREATE TABLE author").toString()).isEqualTo(before);
        }
    }

    /** The stored SQL makes the table anew, with rows of other tables that refer to it. */
    @Test
    void onSqlite() throws SQLException, IOException {
        Migrations migrations = new Migrations(directory, Dialects.forProduct("SQLite"))
                .sql("a1", "", """
                        CREATE TABLE author (id integer PRIMARY KEY, name text);
                        CREATE TABLE book (id integer PRIMARY KEY, author_id integer REFERENCES author (id) ON DELETE CASCADE);
                        INSERT INTO author VALUES (1, 'Woolf');
                        INSERT INTO book VALUES (1, 1);""", "DROP TABLE book;\nDROP TABLE author;")
                .java(
                        "b2",
                        "a1",
                        "op.alterColumn(\"author\", \"name\").notNull();",
                        "op.alterColumn(\"author\", \"name\").nullable();");
        try (Connection on =
                DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db") + "?foreign_keys=on")) {
            migrations.upgrade(on, "a1");
            migrations.upgrade(on, "head");
            Files.delete(directory.resolve("M_b2.java"));
            downgrade(migrations, on, "a1");
            assertThat(Migrations.query(on, "SELECT \"notnull\" FROM pragma_table_info('author') WHERE name = 'name'"))
                    .containsExactly("0");
            assertThat(Migrations.query(on, "SELECT author_id FROM book")).containsExactly("1");
        }
    }
}
