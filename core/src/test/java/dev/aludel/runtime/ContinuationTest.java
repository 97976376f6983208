package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.revision.Step;
import dev.aludel.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that are not one transaction, broken in the middle and run again. */
class ContinuationTest {
    private static final String UPGRADE = """
            ALTER TABLE author ADD name text;
            INSERT INTO author VALUES ('y');
            CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix_email ON author (email);
            CREATE TABLE later (id int);
            """;
    private static final String DOWNGRADE = """
            DROP INDEX CONCURRENTLY ix_email;
            ALTER TABLE author DROP name;
            DROP TABLE later;
            """;

    private final History history = new History(Migrations.DIALECT, Migrations.TABLES);

    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;
    private Migrations migrations;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabase.create();
        connection = database.connect();
        migrations = new Migrations(directory)
                .sql(
                        "a1",
                        "",
                        "CREATE TABLE author (email text);\nINSERT INTO author VALUES ('x'), ('x');",
                        "DROP TABLE author;")
                .sql("b2", "a1", UPGRADE, DOWNGRADE);
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private AludelException failUpgrade() {
        return catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));
    }

    private AludelException failDowngrade(String target) {
        return catchThrowableOfType(AludelException.class, () -> migrations.downgrade(connection, target));
    }

    private List<String> query(String sql) throws SQLException {
        return Migrations.query(connection, sql);
    }

    private String row() throws SQLException {
        return String.join(
                "",
                query("SELECT concat_ws(' ', status, statements_done, statements_total)"
                        + " FROM aludel_history WHERE revision = 'b2'"));
    }

    private void mend() throws SQLException {
        database.execute("DELETE FROM author WHERE ctid IN (SELECT ctid FROM author WHERE email = 'x' LIMIT 1)");
    }

    private void accept() throws SQLException {
        Repair repair =
                new Repair(Migrations.DIALECT, Migrations.TABLES, Duration.ofSeconds(1), MigrationListener.SILENT);
        repair.acceptEdited(connection, Repair.findEdited(history.rows(connection), migrations.scripts()));
    }

    @Test
    void aFailureSaysHowFarItCameAndTheHistoryTells() throws Exception {
        AludelException failure = failUpgrade();

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format())
                .contains("Statement 3 of 4 failed while upgrading to b2 (step b2).")
                .contains("2 of 4 statements are done and stay, and the history has counted them. The database is at"
                        + " a1, with b2 half-done.")
                .contains("it continues at statement 3.");
        assertThat(row()).isEqualTo("upgrading 2 4");
        Standing standing = history.standing(connection);
        assertThat(standing.heads()).isEqualTo(Heads.of("a1"));
        assertThat(standing.halfDone()).singleElement().satisfies(half -> {
            assertThat(half.id()).isEqualTo(RevisionId.of("b2"));
            assertThat(half.describe()).isEqualTo("2 of 4 statements of its upgrade are done");
        });
        assertThat(history.rows(connection)).extracting(HistoryRow::isHalfDone).containsExactly(false, true);
    }

    @Test
    void theNextUpgradeContinuesAtTheStatementThatFailed() throws Exception {
        failUpgrade();
        mend();
        List<String> heard = new ArrayList<>();
        migrations.upgrade(connection, "head", new MigrationListener() {
            @Override
            public void stepContinued(Step step, HalfDone halfDone) {
                heard.add("continued after " + halfDone.statementsDone());
            }

            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                heard.add(statement.text().substring(0, 12));
            }
        });

        assertThat(heard).containsExactly("continued after 2", "CREATE UNIQU", "CREATE TABLE");
        assertThat(row()).isEqualTo("applied 4 4");
        assertThat(query("SELECT count(*) FROM author WHERE email = 'y'")).containsExactly("1");
        assertThat(query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_email'::regclass"))
                .containsExactly("t");
        assertThat(query("SELECT concat_ws(' ', action, result, left(detail, 8)) FROM aludel_log ORDER BY id"))
                .containsExactly("upgrade done", "upgrade failed RUN-003 ", "upgrade done continue");
    }

    @Test
    void aContinuedDatabaseIsAsOneThatWasNeverInterrupted() throws Exception {
        failUpgrade();
        mend();
        migrations.upgrade(connection, "head");
        try (TestDatabase other = TestDatabase.create()) {
            Connection smooth = other.connect();
            migrations.upgrade(smooth, "a1");
            other.execute("DELETE FROM author WHERE ctid IN (SELECT ctid FROM author LIMIT 1)");
            migrations.upgrade(smooth, "head");
            database.execute("DELETE FROM aludel_log");
            other.execute("DELETE FROM aludel_log");

            assertThat(Migrations.describe(connection)).isEqualTo(Migrations.describe(smooth));
        }
    }

    @Test
    void anEditedMigrationIsNotContinuedBeforeSomebodyAcceptsIt() throws Exception {
        failUpgrade();
        migrations.sql("b2", "a1", UPGRADE.replace("UNIQUE ", "") + "CREATE TABLE more (id int);", DOWNGRADE);

        AludelException failure = failUpgrade();

        assertThat(failure.code()).isEqualTo(ErrorCode.EDITED);
        assertThat(failure.format())
                .contains(
                        "The migration b2 was edited after its upgrade stopped at statement 3 of 4.", "aludel repair");
        accept();
        migrations.upgrade(connection, "head");
        assertThat(row()).isEqualTo("applied 5 5");
        assertThat(query("SELECT to_regclass('more')::text")).containsExactly("more");
        assertThat(query("SELECT count(*) FROM author WHERE email = 'y'")).containsExactly("1");
    }

    @Test
    void whereNothingIsDoneTheFileMayChangeAndNothingIsBlocked() throws Exception {
        migrations.sql("b2", "a1", "CREATE UNIQUE INDEX CONCURRENTLY ix_email ON author (email);", DOWNGRADE);

        assertThat(failUpgrade().format())
                .contains("none of its 1 statements is done. The database is at a1.", "Correct b2.sql, or what");

        assertThat(row()).isEqualTo("upgrading 0 1");
        migrations.downgrade(connection, "base");
        migrations.upgrade(connection, "a1");
        migrations.sql("b2", "a1", "CREATE INDEX CONCURRENTLY ix_email ON author (email);\nSELECT 1;", DOWNGRADE);
        migrations.upgrade(connection, "head");
        assertThat(row()).isEqualTo("applied 2 2");
    }

    @Test
    void anythingElseIsRefusedUntilItIsFinished() throws Exception {
        migrations.sql("c3", "a1", "CREATE TABLE other (id int);", "");
        catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "b2"));

        AludelException sideways =
                catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "c3"));
        assertThat(sideways.code()).isEqualTo(ErrorCode.HALF_DONE);
        assertThat(sideways.format())
                .contains("The revision b2 is half-done: 2 of 4 statements of its upgrade are done.")
                .contains("`aludel upgrade b2`, which continues at statement 3", "`aludel repair --forget b2`");
        assertThat(failDowngrade("base").code()).isEqualTo(ErrorCode.HALF_DONE);
        assertThat(catchThrowableOfType(
                                AludelException.class,
                                () -> migrations
                                        .migrator()
                                        .run(
                                                connection,
                                                heads -> migrations
                                                        .scripts()
                                                        .graph()
                                                        .stamp(heads, List.of(RevisionTarget.parse("b2")))))
                        .code())
                .isEqualTo(ErrorCode.HALF_DONE);
        assertThat(migrations.upgrade(connection, "a1").steps()).isEmpty();
    }

    @Test
    void aPreviewSaysWhatARunWouldContinueOrRefuse() throws Exception {
        failUpgrade();
        RevisionTarget head = RevisionTarget.parse("head");
        RevisionTarget base = RevisionTarget.parse("base");

        Preview preview = migrations
                .migrator()
                .preview(
                        connection,
                        (graph, heads, halfDone) -> migrations.scripts().graph().upgrade(heads, head));

        assertThat(preview.plan().steps()).hasSize(1);
        assertThat(preview.steps().get(0).statements()).hasSize(4);
        assertThat(preview.continued()).extracting(HalfDone::statementsDone).containsExactly(2);
        assertThat(catchThrowableOfType(
                                AludelException.class,
                                () -> migrations
                                        .migrator()
                                        .preview(
                                                connection,
                                                (graph, heads, halfDone) -> migrations
                                                        .scripts()
                                                        .graph()
                                                        .downgrade(heads, base)))
                        .code())
                .isEqualTo(ErrorCode.HALF_DONE);
        assertThat(row()).isEqualTo("upgrading 2 4");
    }

    @Test
    void aPurgingStampForgetsIt() throws Exception {
        failUpgrade();

        migrations
                .migrator()
                .run(
                        connection,
                        heads ->
                                migrations.scripts().graph().stamp(Heads.empty(), List.of(RevisionTarget.parse("b2"))));

        assertThat(row()).isEqualTo("applied 0 0");
        assertThat(history.standing(connection).halfDone()).isEmpty();
    }

    @Test
    void aDowngradeContinuesToo() throws Exception {
        migrations.upgrade(connection, "a1");
        mend();
        migrations.upgrade(connection, "head");
        database.execute("CREATE VIEW names AS SELECT name FROM author");

        AludelException failure = failDowngrade("base");

        assertThat(failure.format())
                .contains("Statement 2 of 3 failed while downgrading from b2", "1 of 3 statements are done and stay")
                .contains(
                        "The database is at a1, with b2 half-done.",
                        "and run the same command again: it continues at statement 2.");
        assertThat(row()).isEqualTo("downgrading 1 3");
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("a1"));
        assertThat(failUpgrade().format()).contains("1 of 3 statements of its downgrade are done");
        database.execute("DROP VIEW names");
        migrations.downgrade(connection, "base");
        assertThat(query("SELECT revision FROM aludel_history")).isEmpty();
        assertThat(query("SELECT to_regclass('author')::text")).containsExactly((String) null);
    }

    @Test
    void aDowngradeOfWhichNothingIsDoneLeavesTheRevisionApplied() throws Exception {
        migrations.upgrade(connection, "a1");
        mend();
        migrations.upgrade(connection, "head");
        database.execute("DROP INDEX ix_email");

        assertThat(failDowngrade("a1").format()).contains("none of its 3 statements is done. The database is at b2.");

        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("b2"));
        assertThat(migrations.upgrade(connection, "head").steps()).isEmpty();
        database.execute("CREATE INDEX ix_email ON author (email)");
        migrations.downgrade(connection, "a1");
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("a1"));
    }

    @Test
    void aSquashedRevisionIsUndoneInPartsWithTheRowsOfWhatItReplaces() throws Exception {
        migrations
                .sql("b2", "a1", "CREATE TABLE later (id int);", "")
                .sql("c3", "b2", "CREATE INDEX ix_email ON author (email);", "");
        migrations.upgrade(connection, "head");
        migrations.squash("c3", "a1", List.of("b2"), "", "DROP INDEX CONCURRENTLY ix_email;\nDROP TABLE later;");
        database.execute("CREATE VIEW seen AS SELECT id FROM later");

        assertThat(failDowngrade("a1").format()).contains("1 of 2 statements are done");

        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("a1"));
        database.execute("DROP VIEW seen");
        migrations.downgrade(connection, "a1");
        assertThat(query("SELECT revision FROM aludel_history")).containsExactly("a1");
    }

    @Test
    void aScriptThatStoppedIsContinuedByARun() throws Exception {
        String script = migrations.offline().render(migrations.planUpgrade("head"), java.util.Optional.empty());
        assertThat(SqlClient.runOn(database.connect(), script)).hasSize(1);
        assertThat(row()).isEqualTo("upgrading 2 4");
        mend();

        migrations.upgrade(connection, "head");

        assertThat(row()).isEqualTo("applied 4 4");
    }

    @Test
    void aConnectionThatEndsBetweenStatementsLosesNothing() throws Exception {
        migrations.upgrade(connection, "a1");
        mend();
        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> migrations.upgrade(database.connect(), "head", killBefore("CREATE TABLE later")));

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format()).contains("terminating connection", "3 of 4 statements are done");
        assertThat(row()).isEqualTo("upgrading 3 4");
        migrations.upgrade(connection, "head");
        assertThat(row()).isEqualTo("applied 4 4");
    }

    @Test
    void aWholeStepThatLosesItsConnectionIsRolledBackAndSaysSo() throws Exception {
        migrations.sql("a1", "", "CREATE TABLE author (email text);\nCREATE TABLE later (id int);", "");

        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> migrations.upgrade(database.connect(), "a1", killBefore("CREATE TABLE later")));

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format()).contains("nothing of it is left");
        assertThat(history.standing(connection)).isEqualTo(Standing.EMPTY);
        assertThat(query("SELECT to_regclass('author')::text")).containsExactly((String) null);
    }

    private MigrationListener killBefore(String statementStart) {
        return new MigrationListener() {
            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                if (statement.text().startsWith(statementStart)) {
                    Kill.others(database);
                }
            }
        };
    }

    @Test
    void aTransactionalGroupIsDoneAsAWhole() throws Exception {
        migrations.sql("b2", "a1", """
                CREATE INDEX CONCURRENTLY ix_email ON author (email);
                ALTER TABLE author ADD one text;
                ALTER TABLE nowhere ADD two text;
                """, "");

        AludelException failure = failUpgrade();

        assertThat(failure.format())
                .contains("Statement 3 of 3 failed", "1 of 3 statements are done", "continues at statement 2.");
        assertThat(query("SELECT attname FROM pg_attribute WHERE attrelid = 'author'::regclass AND attname = 'one'"))
                .isEmpty();
        database.execute("CREATE TABLE nowhere (id int)");
        migrations.upgrade(connection, "head");
        assertThat(row()).isEqualTo("applied 3 3");
    }

    @Test
    void forgettingAHalfDoneUpgradeMakesRoomForAStamp() throws IOException, SQLException {
        failUpgrade();
        Repair repair =
                new Repair(Migrations.DIALECT, Migrations.TABLES, Duration.ofSeconds(1), MigrationListener.SILENT);

        repair.forgetHalfDone(connection, RevisionId.of("b2"));

        assertThat(history.standing(connection).halfDone()).isEmpty();
        assertThat(query("SELECT action || ' ' || revision || ' ' || detail FROM aludel_log ORDER BY id DESC LIMIT 1"))
                .containsExactly("repair b2 forgot that it was upgrading, at statement 2 of 4");
        assertThat(catchThrowableOfType(
                                AludelException.class, () -> repair.forgetHalfDone(connection, RevisionId.of("a1")))
                        .code())
                .isEqualTo(ErrorCode.NOT_HALF_DONE);
    }
}
