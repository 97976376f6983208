package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.render.RevisionHeader;
import dev.aludel.autogenerate.render.SqlScriptRenderer;
import dev.aludel.dialect.DatabaseLock;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.revision.Step;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on SQLite, in a file, with foreign keys enforced as an application would have them. */
class SqliteRunTest {
    private static final Dialect DIALECT = Dialects.forProduct("SQLite");
    private static final String ROWS =
            "SELECT concat_ws(' ', revision, parents, status, statements_done, statements_total)"
                    + " FROM aludel_history ORDER BY revision";

    @TempDir
    Path directory;

    private String url;
    private Connection connection;
    private Migrations migrations;

    @BeforeEach
    void create() throws IOException, SQLException {
        Path scripts = Files.createDirectory(directory.resolve("migrations"));
        url = "jdbc:sqlite:" + directory.resolve("shop.db") + "?foreign_keys=on";
        connection = DriverManager.getConnection(url);
        migrations = new Migrations(scripts, DIALECT).sql("a1", "", """
                CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name varchar(50), born INT CHECK (born > 0));
                CREATE TABLE book (title TEXT, author_id INTEGER NOT NULL REFERENCES author ON DELETE CASCADE);
                CREATE TABLE log (line TEXT);
                CREATE INDEX ix_title ON book (title COLLATE NOCASE) WHERE title > '';
                CREATE VIEW titles AS SELECT b.title, a.name FROM book b JOIN author a ON a.id = b.author_id;
                CREATE TRIGGER author_log AFTER UPDATE OF name ON author WHEN new.name <> old.name
                BEGIN
                    INSERT INTO log VALUES (old.name);
                    INSERT INTO log SELECT CASE WHEN new.name IS NULL THEN 'none' ELSE new.name END;
                END;
                INSERT INTO author (id, name) VALUES (3, 'Ann;'), (5, 'Bob'), (9, 'Cid');
                DELETE FROM author WHERE id = 9;
                INSERT INTO book (rowid, title, author_id) VALUES (7, 'One', 3), (11, 'Two', 5);
                """, """
                DROP VIEW titles;
                DROP TABLE book;
                DROP TABLE log;
                DROP TABLE author;
                """);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private List<String> query(String sql) throws SQLException {
        return Migrations.query(connection, sql);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private AludelException failure(String target) {
        return catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, target));
    }

    @Test
    void upgradesAndDowngrades() throws Exception {
        migrations
                .java("b2", "a1", """
                        op.addColumn("author", column("email", varchar(100)));
                        op.backfill("author", "id").set("email = lower(name)").batchSize(1);
                        op.run("read", connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("UPDATE author SET born = id");
                            }
                        });
                        op.createIndex("ix_email", "author", "email");
                        """, "op.dropIndex(\"ix_email\", \"author\");\nop.dropColumn(\"author\", \"email\");")
                .sql("c3", "b2", "UPDATE author SET name = 'x';", "UPDATE author SET name = 'y';");
        assertThat(migrations.upgrade(connection, "head").steps()).hasSize(3);
        assertThat(query(ROWS)).containsExactly("a1  applied 9 9", "b2 a1 applied 4 4", "c3 b2 applied 1 1");
        assertThat(query("SELECT email FROM author ORDER BY id")).containsExactly("ann;", "bob");
        assertThat(query("SELECT line FROM log ORDER BY rowid")).containsExactly("Ann;", "x", "Bob", "x");
        assertThat(migrations.upgrade(connection, "head").steps()).isEmpty();
        History history = new History(DIALECT, Migrations.TABLES);
        assertThat(history.log(connection, 10)).hasSize(3);
        assertThat(history.rows(connection).get(0).appliedAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));

        migrations.downgrade(connection, "base");
        assertThat(query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
                .containsExactlyInAnyOrder("aludel_history", "aludel_log");
    }

    @Test
    void aTableThatIsMadeAnewKeepsWhatItHas() throws Exception {
        migrations.java("b2", "a1", """
                        op.alterColumn("author", "born").type(bigint());
                        op.alterColumn("author", "name").defaultValue("'nobody'").notNull();
                        op.alterColumn("book", "title").type(varchar(200));
                        """, """
                        op.alterColumn("book", "title").type(text());
                        op.alterColumn("author", "name").noDefault().nullable();
                        op.alterColumn("author", "born").type(nativeType("INT"));
                        """);
        migrations.upgrade(connection, "a1");
        List<String> before = texts();
        migrations.upgrade(connection, "head");
        assertThat(query("SELECT sql FROM sqlite_schema WHERE name IN ('author', 'book')"))
                .anyMatch(sql -> sql.contains("born bigint"))
                .anyMatch(sql -> sql.contains("title varchar(200)"));
        assertKept();
        migrations.downgrade(connection, "a1");
        assertKept();
        assertThat(texts()).isEqualTo(before);
        assertThat(query("PRAGMA legacy_alter_table")).containsExactly("0");
    }

    @Test
    void neighboursMakeTheirTableAnewOnce() throws Exception {
        migrations.java("b2", "a1", """
                        op.addCheck("ck_title", "book", "title <> 'x'");
                        op.alterColumn("book", "title").type(varchar(9), "upper(title)").notNull();
                        op.dropConstraint("book_author_id_fkey", "book");
                        op.addForeignKey("fk_author", "book", "author_id").references("author", "id");
                        op.dropColumn("author", "born");
                        op.addColumn("author", column("born", text()).defaultValue("(1 + 1)"));
                        """, """
                        op.dropColumn("author", "born");
                        op.addColumn("author", column("born", nativeType("INT")));
                        """);
        migrations.upgrade(connection, "a1");
        execute("UPDATE author SET born = 1900");
        List<String> sent = new ArrayList<>();
        migrations.upgrade(connection, "head", new MigrationListener() {
            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                sent.add(statement.text());
            }
        });
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).containsOnlyOnce("CREATE TABLE").contains("upper(title)", "ck_title", "fk_author");
        assertThat(query(ROWS)).last().isEqualTo("b2 a1 applied 2 2");
        assertThat(query("SELECT title FROM book ORDER BY rowid")).containsExactly("ONE", "TWO");
        assertThat(query("SELECT born FROM author")).containsOnly("2");
        assertThat(query("SELECT on_delete FROM pragma_foreign_key_list('book')"))
                .containsExactly("NO ACTION");
        assertThat(query("SELECT seq FROM sqlite_sequence WHERE name = 'author'"))
                .containsExactly("9");
    }

    private List<String> texts() throws SQLException {
        return query("SELECT sql FROM sqlite_schema WHERE type <> 'table' AND name NOT LIKE 'aludel%' ORDER BY name");
    }

    private void assertKept() throws SQLException {
        assertThat(query("SELECT rowid || ' ' || title || ' ' || author_id FROM book ORDER BY rowid"))
                .containsExactly("7 One 3", "11 Two 5");
        assertThat(query("SELECT title || name FROM titles ORDER BY 1")).containsExactly("OneAnn;", "TwoBob");
        assertThat(query("SELECT seq FROM sqlite_sequence WHERE name = 'author'"))
                .containsExactly("9");
        assertThat(query("PRAGMA foreign_keys")).containsExactly("1");
        assertThat(query("SELECT \"table\" || on_delete FROM pragma_foreign_key_list('book')"))
                .containsExactly("authorCASCADE");
        execute("UPDATE author SET name = 'Dan' WHERE id = 5");
        execute("UPDATE author SET name = 'Bob' WHERE id = 5");
        assertThat(query("SELECT count(*) FROM log")).containsExactly("4");
        execute("DELETE FROM log");
    }

    @Test
    void rowsThatWouldReferToNothingAreRefused() throws Exception {
        migrations.java(
                "b2",
                "a1",
                "op.execute(\"DELETE FROM author WHERE id = 3\");\nop.alterColumn(\"author\", \"name\").notNull();",
                "op.alterColumn(\"author\", \"name\").nullable();");
        migrations.upgrade(connection, "a1");
        List<String> before = query("SELECT sql FROM sqlite_schema ORDER BY name");
        AludelException refused = failure("head");
        assertThat(refused.code()).isEqualTo(ErrorCode.MIGRATION_FAILED);
        assertThat(refused.format())
                .contains("Foreign keys do not hold", "1 row of book that refer to author", "rolled back");
        assertThat(query("SELECT sql FROM sqlite_schema ORDER BY name")).isEqualTo(before);
        assertThat(query("SELECT count(*) FROM author")).containsExactly("2");
        assertThat(query(ROWS)).hasSize(1);
        assertThat(query("PRAGMA foreign_keys")).containsExactly("1");
    }

    @Test
    void aScriptOfSqlMayMakeATableAnewToo() throws Exception {
        migrations.upgrade(connection, "a1");
        Schema live = DIALECT.normalize(DIALECT.inspect(
                connection,
                new InspectOptions(List.of(), Set.of(TableName.of("aludel_history"), TableName.of("aludel_log")))));
        Schema wanted = live.withTables(live.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .map(column -> column.withNullable(false))
                        .map(column -> column.withDefaultValue(
                                column.name().equals("born") ? Optional.of(new DefaultValue("7")) : Optional.empty()))
                        .toList()))
                .toList());
        execute("UPDATE author SET born = 1900");
        RevisionHeader header =
                new RevisionHeader("b2", List.of("a1"), List.of(), List.of(), Instant.EPOCH, "anew", List.of());
        String text =
                new SqlScriptRenderer(DIALECT).render(header, MigrationDraft.between(live, wanted, RenameHints.none()));
        Files.writeString(migrations.directory().resolve("b2.sql"), text);
        migrations.upgrade(connection, "head");
        assertThat(query("SELECT \"notnull\" || dflt_value FROM pragma_table_info('author') WHERE name = 'born'"))
                .containsExactly("17");
        assertKept();
        migrations.downgrade(connection, "a1");
        assertKept();
    }

    @Test
    void aTableThatIsDroppedTakesNoRowsOfOthersAlong() throws Exception {
        migrations.java("b2", "a1", "op.dropTable(\"author\");", "op.execute(\"SELECT 1\");");
        migrations.upgrade(connection, "a1");
        assertThat(failure("head").format())
                .contains("Foreign keys do not hold", "2 rows of book that refer to author");
        assertThat(query("SELECT count(*) FROM book")).containsExactly("2");
        migrations.java("b2", "a1", "op.dropTable(\"book\");\nop.dropView(\"titles\");", "op.execute(\"SELECT 1\");");
        migrations.upgrade(connection, "head");
        assertThat(query("SELECT count(*) FROM author")).containsExactly("2");
    }

    @Test
    void rowsThatReferredToNothingBeforeAreNobodysFault() throws Exception {
        migrations.java(
                "b2",
                "a1",
                "op.alterColumn(\"book\", \"title\").notNull();\nop.alterColumn(\"book\", \"title\").defaultValue(\"'x'\");",
                "op.alterColumn(\"book\", \"title\").noDefault().nullable();");
        migrations.upgrade(connection, "a1");
        execute("PRAGMA foreign_keys = OFF");
        execute("DELETE FROM author WHERE id = 3");
        migrations.upgrade(connection, "head");
        assertThat(query("SELECT count(*) FROM book")).containsExactly("2");
    }

    @Test
    void aStepThatFailsLeavesNothing() throws Exception {
        migrations.java("b2", "a1", """
                op.alterColumn("book", "title").defaultValue("'untitled'");
                op.alterColumn("author", "born").defaultValue("1").notNull();
                """, "op.alterColumn(\"author\", \"born\").nullable();");
        migrations.upgrade(connection, "a1");
        List<String> before = query("SELECT sql FROM sqlite_schema ORDER BY name");
        AludelException failed = failure("head");
        assertThat(failed.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failed.format())
                .contains("SQLite: NOT NULL constraint failed: author.born (SQLITE_CONSTRAINT_NOTNULL)");
        assertThat(query("SELECT sql FROM sqlite_schema ORDER BY name")).isEqualTo(before);
        assertThat(query("PRAGMA legacy_alter_table")).containsExactly("0");
        assertThat(query(ROWS)).hasSize(1);
    }

    @Test
    void oneRunAtATime() throws Exception {
        try (Connection other = DriverManager.getConnection(url)) {
            DatabaseLock lock = DIALECT.lock(other, "any");
            assertThat(lock.tryAcquire()).isTrue();
            assertThat(lock.tryAcquire()).isTrue();
            AludelException refused = failure("head");
            assertThat(refused.code()).isEqualTo(ErrorCode.LOCKED);
            assertThat(refused.format()).contains("shop.db-aludel-lock");
            lock.release();
            assertThat(migrations.upgrade(connection, "head").steps()).hasSize(1);
            assertThat(lock.tryAcquire()).isTrue();
        }
        assertThat(DIALECT.lock(connection, "any").tryAcquire()).isTrue();
    }

    @Test
    void ofManyWhoRaceOneRuns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        Callable<Integer> run = () -> {
            try (Connection own = DriverManager.getConnection(url)) {
                return new Migrator(
                                migrations.scripts(),
                                DIALECT,
                                Migrations.TABLES,
                                Timeouts.standard().withRun(Duration.ofSeconds(30)),
                                MigrationListener.SILENT)
                        .run(own, heads -> migrations.scripts().graph().upgrade(heads, target("head")))
                        .steps()
                        .size();
            }
        };
        int steps = 0;
        for (Future<Integer> each : threads.invokeAll(List.of(run, run, run, run, run, run))) {
            steps += each.get();
        }
        threads.shutdown();
        assertThat(steps).isEqualTo(1);
        assertThat(query(ROWS)).containsExactly("a1  applied 9 9");
    }

    private static RevisionTarget target(String text) {
        return RevisionTarget.parse(text);
    }

    @Test
    void aProcessThatDiesLeavesNothingAndNoLock() throws Exception {
        migrations.java("b2", "a1", """
                op.alterColumn("book", "title").defaultValue("'untitled'");
                op.run("die", connection -> {
                    if (System.getProperty("die") != null) {
                        Runtime.getRuntime().halt(7);
                    }
                });
                """, "op.alterColumn(\"book\", \"title\").noDefault();");
        connection.close();
        assertThat(upgradeElsewhere("-Ddie=yes")).isEqualTo(7);
        connection = DriverManager.getConnection(url);
        assertThat(query(ROWS)).containsExactly("a1  applied 9 9");
        assertThat(query("SELECT sql FROM sqlite_schema WHERE name = 'book'"))
                .noneMatch(sql -> sql.contains("untitled"));
        assertThat(migrations.upgrade(connection, "head").steps()).hasSize(1);
        assertThat(query("SELECT count(*) FROM book")).containsExactly("2");
    }

    private int upgradeElsewhere(String property) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        property,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        url,
                        migrations.directory().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("elsewhere.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The run of another process. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = DriverManager.getConnection(arguments[0])) {
                new Migrations(Path.of(arguments[1]), DIALECT).upgrade(connection, "head");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void waitsForAWriterAsLongAsItsConnectionSays(String journal) throws Exception {
        execute("PRAGMA journal_mode = " + journal);
        migrations.upgrade(connection, "a1");
        migrations.java(
                "b2",
                "a1",
                "op.alterColumn(\"book\", \"title\").notNull().defaultValue(\"'x'\");",
                "op.alterColumn(\"book\", \"title\").nullable().noDefault();");
        try (Connection writer = DriverManager.getConnection(url + "&transaction_mode=IMMEDIATE");
                Connection hasty = DriverManager.getConnection(url + "&transaction_mode=IMMEDIATE&busy_timeout=50");
                Connection patient =
                        DriverManager.getConnection(url + "&transaction_mode=IMMEDIATE&busy_timeout=20000")) {
            writer.setAutoCommit(false);
            try (Statement statement = writer.createStatement()) {
                statement.execute("INSERT INTO log VALUES ('mine')");
            }
            Exception busy = catchThrowableOfType(Exception.class, () -> migrations.upgrade(hasty, "head"));
            assertThat(busy).hasMessageContaining("database is locked");
            ExecutorService threads = Executors.newSingleThreadExecutor();
            Future<Integer> run = threads.submit(
                    () -> migrations.upgrade(patient, "head").steps().size());
            Thread.sleep(300);
            // The driver begins the next transaction where this one is committed alone.
            writer.setAutoCommit(true);
            assertThat(run.get(20, TimeUnit.SECONDS)).isEqualTo(1);
            threads.shutdown();
        }
        assertThat(query(ROWS)).hasSize(2);
        assertThat(query("SELECT line FROM log")).containsExactly("mine");
    }

    @Test
    void aDatabaseInMemoryNeedsNoFile() throws Exception {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(migrations.upgrade(memory, "head").steps()).hasSize(1);
            assertThat(migrations.upgrade(memory, "head").steps()).isEmpty();
            migrations.downgrade(memory, "base");
        }
    }

    @Test
    void aScriptDoesWhatARunDoes() throws Exception {
        migrations.java("b2", "a1", """
                op.createTable("shelf", column("id", integer()).identity(), column("room", integer()), primaryKey("pk_shelf", "id"));
                op.alterColumn("shelf", "room").notNull();
                op.addColumn("author", column("email", varchar(100)));
                """, "op.dropColumn(\"author\", \"email\");\nop.dropTable(\"shelf\");");
        String up = migrations.offline().render(migrations.planUpgrade("head"), Optional.of("release 7"));
        assertThat(SqliteShell.run(directory.resolve("shop.db"), up)).isEmpty();
        List<String> rows = query(ROWS);
        assertThat(rows).containsExactly("a1  applied 9 9", "b2 a1 applied 3 3");
        assertThat(query("SELECT count(*) FROM book")).containsExactly("2");
        assertThat(migrations.upgrade(connection, "head").steps()).isEmpty();

        assertThat(SqliteShell.run(directory.resolve("shop.db"), up))
                .contains("this part of the script begins at base, and the database is not there");
        assertThat(query(ROWS)).isEqualTo(rows);

        DatabaseLock lock = DIALECT.lock(connection, "any");
        assertThat(lock.tryAcquire()).isTrue();
        String down = migrations.offline().render(migrations.planDowngrade("base", "b2"), Optional.empty());
        assertThat(SqliteShell.run(directory.resolve("shop.db"), down)).contains("database is locked");
        lock.release();
        assertThat(SqliteShell.run(directory.resolve("shop.db"), down)).isEmpty();
        assertThat(query(ROWS)).isEmpty();
    }

    @Test
    void aScriptRefusesRowsThatWouldReferToNothing() throws Exception {
        migrations.sql("b2", "a1", "DELETE FROM author WHERE id = 3;", "SELECT 1;");
        migrations.upgrade(connection, "a1");
        String up = migrations.offline().render(migrations.planUpgrade("head", "a1"), Optional.empty());
        assertThat(SqliteShell.run(directory.resolve("shop.db"), up)).contains("Foreign keys do not hold");
        assertThat(query(ROWS)).hasSize(1);
        assertThat(query("SELECT count(*) FROM author")).containsExactly("2");
    }

    @Test
    void anotherToolsTableStopsARunAndAScript() throws Exception {
        execute("CREATE TABLE flyway_schema_history (id INT)");
        assertThat(failure("head").code()).isEqualTo(ErrorCode.OTHER_TOOL);
        String up = migrations.offline().render(migrations.planUpgrade("head"), Optional.empty());
        assertThat(SqliteShell.run(directory.resolve("shop.db"), up))
                .contains("another migration tool keeps this database");
        assertThat(query("SELECT name FROM sqlite_schema")).containsExactly("flyway_schema_history");
    }

    @Test
    void aTableThatIsNotKnownIsNotScripted() throws Exception {
        migrations.java(
                "b2",
                "a1",
                "op.alterColumn(\"author\", \"name\").notNull();",
                "op.alterColumn(\"author\", \"name\").nullable();");
        AludelException refused = catchThrowableOfType(
                AludelException.class,
                () -> migrations.offline().render(migrations.planUpgrade("head", "a1"), Optional.empty()));
        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(refused.format()).contains("SQLite changes a table in this way by making it anew", "M_b2.java");
    }
}
