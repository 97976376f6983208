package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs whose connection an administrator kills, and the runs after them. */
class MySqlKilledRunTest {
    private static final String SERVERS = "dev.aludel.servers.MySqlServer#available";

    @TempDir
    Path directory;

    private Migrations migrations(MySqlDatabase database) throws IOException {
        return new Migrations(directory, database.dialect())
                .sql(
                        "a1",
                        "",
                        "CREATE TABLE author (id int PRIMARY KEY);\nCREATE TABLE book (id int PRIMARY KEY);\n"
                                + "ALTER TABLE book ADD COLUMN title text;",
                        "ALTER TABLE book DROP COLUMN title;\nDROP TABLE book;\nDROP TABLE author;");
    }

    private static String id(Connection connection) throws SQLException {
        return Migrations.query(connection, "SELECT connection_id()").get(0);
    }

    private static String history(Connection connection) throws SQLException {
        return String.join(
                " ",
                Migrations.query(
                        connection,
                        "SELECT concat_ws('|', revision, status, statements_done, statements_total, progress)"
                                + " FROM aludel_history"));
    }

    private static MigrationListener killBefore(String start, MySqlDatabase database, String victim) {
        return new MigrationListener() {
            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                if (statement.text().startsWith(start)) {
                    kill(database, victim);
                }
            }
        };
    }

    private static MigrationListener killAfter(String start, MySqlDatabase database, String victim) {
        return new MigrationListener() {
            @Override
            public void statementFinished(Step step, PlannedStatement statement, Duration took) {
                if (statement.text().startsWith(start)) {
                    kill(database, victim);
                }
            }
        };
    }

    private static void kill(MySqlDatabase database, String victim) {
        try {
            database.execute("KILL CONNECTION " + victim);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static AludelException failure(Migrations migrations, Connection connection, MigrationListener listener) {
        return catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head", listener));
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void betweenStatementsThatDefine(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = migrations(database);
            Connection victim = database.connect();
            AludelException failure =
                    failure(migrations, victim, killBefore("CREATE TABLE book", database, id(victim)));
            assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
            assertThat(failure.format())
                    .contains(
                            "Statement 2 of 3 failed while upgrading to a1",
                            "CREATE TABLE book",
                            "1 of 3 statements are done and stay",
                            "Statement 2 was sent and not answered",
                            "it continues at statement 2");

            Connection connection = database.connect();
            assertThat(history(connection)).isEqualTo("a1|upgrading|1|3|sent");
            assertAsks(migrations, connection, "Nobody knows whether statement 2 of 3 took effect");
            settle(database, connection, false);
            assertThat(history(connection)).isEqualTo("a1|upgrading|1|3");
            assertContinuesAfter(1, migrations, connection);
            migrations.downgrade(connection, "base");
            assertThat(database.query("SHOW TABLES")).containsExactly("aludel_history", "aludel_log");
        }
    }

    private static void assertAsks(Migrations migrations, Connection connection, String question) {
        String before = tables(connection);
        AludelException asked = failure(migrations, connection, MigrationListener.SILENT);
        assertThat(asked.code()).isEqualTo(ErrorCode.IN_DOUBT);
        assertThat(asked.format())
                .contains(
                        question, "`aludel repair --done a1`", "`aludel repair --not-done a1`", "Nothing was run now.");
        assertThat(tables(connection)).isEqualTo(before);
    }

    private static String tables(Connection connection) {
        try {
            return Migrations.query(connection, "SHOW TABLES").toString();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void settle(MySqlDatabase database, Connection connection, boolean done) throws SQLException {
        new Repair(database.dialect(), Migrations.TABLES, Duration.ofSeconds(1), MigrationListener.SILENT)
                .settle(connection, RevisionId.of("a1"), done);
    }

    private static void assertContinuesAfter(int done, Migrations migrations, Connection connection)
            throws SQLException {
        List<String> heard = new ArrayList<>();
        migrations.upgrade(connection, "head", new MigrationListener() {
            @Override
            public void stepContinued(Step step, HalfDone halfDone) {
                heard.add("continued after " + halfDone.statementsDone());
            }

            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                heard.add(statement.text().split(" ")[0]);
            }
        });
        assertThat(heard).first().isEqualTo("continued after " + done);
        assertThat(heard).hasSize(4 - done);
        assertThat(history(connection)).isEqualTo("a1|applied|3|3");
        assertThat(Migrations.query(
                        connection,
                        "SELECT concat(table_name, '.', column_name) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND table_name IN ('author', 'book') ORDER BY 1"))
                .containsExactly("author.id", "book.id", "book.title");
    }

    /** The statement is undone as a whole by the server, and was not counted. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void insideAStatementThatDefines(MySqlServer server) throws Exception {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                Connection reader = database.connect();
                Statement reading = reader.createStatement()) {
            Migrations migrations = migrations(database);
            Connection victim = database.connect();
            String id = id(victim);
            reader.setAutoCommit(false);
            CompletableFuture<Void> killer = new CompletableFuture<>();
            AludelException failure = failure(migrations, victim, new MigrationListener() {
                @Override
                public void statementStarted(Step step, PlannedStatement statement) {
                    if (statement.text().startsWith("ALTER")) {
                        read(reading);
                        CompletableFuture.runAsync(() -> killOnceWaiting(database, id))
                                .whenComplete((nothing, thrown) -> finish(killer, thrown));
                    }
                }
            });
            killer.get();
            reader.rollback();
            assertThat(failure.format())
                    .contains("Statement 3 of 3 failed", "ALTER TABLE book", "2 of 3 statements are done and stay");
            Connection connection = database.connect();
            assertThat(history(connection)).isEqualTo("a1|upgrading|2|3|sent");
            assertAsks(migrations, connection, "Nobody knows whether statement 3 of 3 took effect");
            settle(database, connection, false);
            assertContinuesAfter(2, migrations, connection);
        }
    }

    private static void finish(CompletableFuture<Void> future, Throwable thrown) {
        if (thrown == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(thrown);
        }
    }

    /** Holds the table's metadata until the transaction ends. */
    private static void read(Statement statement) {
        try {
            statement.executeQuery("SELECT * FROM book").close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void killOnceWaiting(MySqlDatabase database, String id) {
        try {
            String waits = "SELECT count(*) FROM information_schema.processlist WHERE id = " + id
                    + " AND state LIKE 'Waiting for table metadata lock%'";
            for (int attempt = 0; attempt < 500; attempt++) {
                if (database.query(waits).equals(List.of("1"))) {
                    kill(database, id);
                    return;
                }
                Thread.sleep(20);
            }
            throw new IllegalStateException("the statement never waited");
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Nobody could count it, and the catalogue has it. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void betweenAStatementAndItsCount(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .java("a1", "", """
                            op.createTable("author", column("id", integer()));
                            op.createTable("book", column("id", integer()));
                            op.addColumn("book", column("title", text()));
                            """, "op.dropTable(\"book\");\nop.dropTable(\"author\");");
            Connection victim = database.connect();
            String id = id(victim);
            AludelException failure = failure(migrations, victim, killAfter("CREATE TABLE book", database, id));
            assertThat(failure.format()).contains("1 of 3 statements are done and stay");
            Connection connection = database.connect();
            assertThat(history(connection)).isEqualTo("a1|upgrading|1|3|sent");
            migrations.upgrade(connection, "head");
            assertThat(history(connection)).isEqualTo("a1|applied|3|3");
            migrations.downgrade(connection, "base");
        }
    }

    /** Nobody could count it, and its text does not say what to look for. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void aPersonSaysThatSqlTextTookEffect(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = migrations(database);
            Connection victim = database.connect();
            String id = id(victim);
            failure(migrations, victim, killAfter("CREATE TABLE book", database, id));
            Connection connection = database.connect();
            assertAsks(migrations, connection, "Nobody knows whether statement 2 of 3 took effect");
            settle(database, connection, true);
            assertThat(history(connection)).isEqualTo("a1|upgrading|2|3");
            assertContinuesAfter(2, migrations, connection);
            assertThat(catchThrowableOfType(AludelException.class, () -> settle(database, connection, true))
                            .code())
                    .isEqualTo(ErrorCode.NOT_HALF_DONE);
        }
    }

    /** Sent twice it does what it does once. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void sqlTextThatDoesNoHarmTwiceIsSentAgain(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql(
                            "a1",
                            "",
                            "CREATE TABLE book (id int);\nCREATE TABLE IF NOT EXISTS author (id int);\n"
                                    + "CREATE OR REPLACE VIEW books AS SELECT id FROM book;",
                            "");
            for (String statement : List.of("CREATE TABLE IF NOT", "CREATE OR REPLACE VIEW")) {
                Connection victim = database.connect();
                failure(migrations, victim, killAfter(statement, database, id(victim)));
            }
            Connection connection = database.connect();
            migrations.upgrade(connection, "head");
            assertThat(history(connection)).isEqualTo("a1|applied|3|3");
        }
    }

    /** A run that goes on is killed at a statement that the database had refused the run before. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void aRefusalSaysNothingOfTheNextAttempt(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE TABLE book (other int)");
            Migrations migrations = migrations(database);
            failure(migrations, database.connect(), MigrationListener.SILENT);
            database.execute("DROP TABLE book");
            Connection victim = database.connect();
            failure(migrations, victim, killAfter("CREATE TABLE book", database, id(victim)));
            assertAsks(migrations, database.connect(), "Nobody knows whether statement 2 of 3 took effect");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void theCatalogueTellsOfViews(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Migrations migrations = new Migrations(directory, database.dialect())
                    .java("a1", "", """
                            op.createTable("book", column("id", integer()));
                            op.createView("books", "SELECT id FROM book");
                            """, "op.dropView(\"books\");\nop.dropTable(\"book\");");
            Connection victim = database.connect();
            failure(migrations, victim, killAfter("CREATE VIEW", database, id(victim)));
            migrations.upgrade(database.connect(), "head");
            Connection second = database.connect();
            catchThrowableOfType(
                    AludelException.class,
                    () -> migrations.downgrade(second, "base", killAfter("DROP VIEW", database, id(second))));
            migrations.downgrade(database.connect(), "base");
            assertThat(database.query("SHOW TABLES")).containsExactly("aludel_history", "aludel_log");
        }
    }

    /** The server said that it did nothing: what is there is somebody else's. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void aStatementThatWasRefusedIsSentAgain(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE TABLE book (other int)");
            Migrations migrations = new Migrations(directory, database.dialect())
                    .java("a1", "", "op.createTable(\"book\", column(\"id\", integer()));", "op.dropTable(\"book\");");
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(failure(migrations, database.connect(), MigrationListener.SILENT)
                                .format())
                        .contains("Table 'book' already exists");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void insideATransactionOfRows(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE TABLE author (id int PRIMARY KEY)");
            Migrations migrations = new Migrations(directory, database.dialect())
                    .sql("a1", "", "INSERT INTO author VALUES (1);\nINSERT INTO author VALUES (2);", "");
            Connection victim = database.connect();
            AludelException failure =
                    failure(migrations, victim, killBefore("INSERT INTO author VALUES (2)", database, id(victim)));
            assertThat(failure.format()).contains("Statement 2 of 2 failed", "nothing of it is left");
            Connection connection = database.connect();
            assertThat(database.query("SELECT id FROM author")).isEmpty();
            assertThat(history(connection)).isEmpty();
            migrations.upgrade(connection, "head");
            assertThat(database.query("SELECT id FROM author")).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void insideABackfill(MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.execute("CREATE TABLE author (id int PRIMARY KEY, updates int NOT NULL DEFAULT 0)");
            for (int id = 1; id <= 45; id++) {
                database.execute("INSERT INTO author (id) VALUES (" + id + ")");
            }
            Migrations migrations = new Migrations(directory, database.dialect()).java("a1", "", """
                            op.addColumn("author", column("email", varchar(20)));
                            op.backfill("author", "id").set("updates = updates + 1").batchSize(10);
                            """, "");
            Connection victim = database.connect();
            String id = id(victim);
            AludelException failure = failure(migrations, victim, new MigrationListener() {
                @Override
                public void backfilled(Step step, long rows, OptionalLong expected) {
                    if (rows == 30) {
                        kill(database, id);
                    }
                }
            });
            assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
            String updates = "SELECT concat(updates, ' times: ', count(*)) FROM author GROUP BY updates ORDER BY 1";
            assertThat(database.query(updates)).containsExactly("0 times: 15", "1 times: 30");
            migrations.upgrade(database.connect(), "head");
            assertThat(database.query(updates)).containsExactly("1 times: 45");
        }
    }
}
