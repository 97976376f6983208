package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.schema.TableName;
import dev.aludel.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineScriptTest {
    @TempDir
    Path directory;

    private TestDatabase live;
    private TestDatabase scripted;
    private Migrations migrations;

    @BeforeEach
    void create() throws SQLException {
        live = TestDatabase.create();
        scripted = TestDatabase.create();
        migrations = new Migrations(directory);
    }

    @AfterEach
    void drop() throws SQLException {
        live.close();
        scripted.close();
    }

    private String upgrade(String target, String... from) {
        return migrations.offline().render(migrations.planUpgrade(target, from), Optional.empty());
    }

    private String downgrade(String target, String... from) {
        return migrations.offline().render(migrations.planDowngrade(target, from), Optional.empty());
    }

    private String liveState() throws SQLException {
        return Migrations.describe(live.connect());
    }

    private String scriptedState() throws SQLException {
        return Migrations.describe(scripted.connect());
    }

    private Migrations chain() throws IOException {
        return migrations
                .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                .sql("b2", "a1", "ALTER TABLE author ADD email text;", "ALTER TABLE author DROP email;")
                .sql("c3", "b2", "CREATE INDEX ix ON author (email);", "DROP INDEX ix;");
    }

    /** Branches, a merge, both languages, hostile names and texts. */
    private Migrations varied() throws IOException {
        return migrations
                .sql("a1", "", """
                        CREATE TABLE "O'Neil; -- \\ $aludel$" (id int PRIMARY KEY, "größe" text DEFAULT E'a\\\\b''c');
                        -- a comment; with a semicolon
                        INSERT INTO "O'Neil; -- \\ $aludel$" VALUES (1, 'COMMIT; ü 漢字 \\');
                        """, "DROP TABLE \"O'Neil; -- \\ $aludel$\";")
                .sql("b2", "a1", """
                        CREATE FUNCTION shout(word text) RETURNS text LANGUAGE plpgsql AS $$
                        BEGIN
                            RETURN upper(word) || ';';
                        END
                        $$;
                        CREATE TABLE log (said text DEFAULT shout('x'));
                        INSERT INTO log VALUES (shout('it''s'));
                        """, "DROP TABLE log;\nDROP FUNCTION shout(text);")
                .java("c3", "a1", """
                        op.createTable("book", column("id", bigint()).notNull(), column("title", varchar(200)),
                            column("price", numeric(10, 2)).defaultValue("0"));
                        op.addPrimaryKey("pk_book", "book", "id");
                        op.createIndex("ix_book_title", "book", "title").unique();
                        op.commentOnTable("book", "it's \\\\ a $$ book;\\nin two lines");
                        """, "op.dropTable(\"book\");")
                .sql("d4", "b2, c3", "", "")
                .sql(
                        "e5",
                        "d4",
                        "CREATE INDEX CONCURRENTLY ix_said ON log (said);\nCREATE VIEW said AS SELECT said FROM log;",
                        "DROP VIEW said;\nDROP INDEX CONCURRENTLY ix_said;")
                .sql("f6", "d4", "CREATE SEQUENCE counter START WITH 7;", "DROP SEQUENCE counter;");
    }

    @Test
    void aScriptDoesWhatARunDoesInBothDirections() throws Exception {
        varied();
        migrations.upgrade(live.connect(), "heads");

        assertThat(SqlClient.runStopping(scripted.connect(), upgrade("heads"))).isEmpty();

        assertThat(scriptedState()).isEqualTo(liveState()).contains("counter", "größe", "e5");
        assertThat(Migrations.query(scripted.connect(), "SELECT said FROM said"))
                .containsExactly("IT'S;");

        migrations.downgrade(live.connect(), "a1");
        assertThat(SqlClient.runStopping(scripted.connect(), downgrade("a1", "f6", "e5")))
                .isEmpty();
        assertThat(scriptedState()).isEqualTo(liveState()).doesNotContain("counter");

        migrations.downgrade(live.connect(), "base");
        assertThat(SqlClient.runStopping(scripted.connect(), downgrade("base", "a1")))
                .isEmpty();
        assertThat(scriptedState()).isEqualTo(liveState()).doesNotContain("O'Neil; -- \\ $aludel$, c");
    }

    @Test
    void theSamePlanGivesTheSameText() throws Exception {
        varied();

        assertThat(upgrade("heads")).isEqualTo(upgrade("heads"));
    }

    @Test
    void aScriptContinuesARunAndARunContinuesAScript() throws Exception {
        chain();
        migrations.upgrade(scripted.connect(), "a1");

        assertThat(SqlClient.runStopping(scripted.connect(), upgrade("b2", "a1")))
                .isEmpty();
        migrations.upgrade(scripted.connect(), "head");

        migrations.upgrade(live.connect(), "head");
        assertThat(scriptedState()).isEqualTo(liveState());
    }

    @Test
    void theSecondRunSaysWhereTheDatabaseIsAndChangesNothing() throws Exception {
        varied();
        String script = upgrade("heads");
        SqlClient.runStopping(scripted.connect(), script);
        String before = scriptedState();

        assertThat(SqlClient.runStopping(scripted.connect(), script))
                .singleElement()
                .asString()
                .contains(
                        "Aludel did nothing here: the database is at e5, f6, and this part of the script begins at base.")
                .contains("Where the script was run before, this part is done.");
        assertThat(SqlClient.runOn(scripted.connect(), script)).isNotEmpty();

        assertThat(scriptedState()).isEqualTo(before);
    }

    @Test
    void theWrongDatabaseIsLeftAlone() throws Exception {
        chain();
        migrations.upgrade(live.connect(), "head");
        String before = liveState();
        String empty = scriptedState();
        String script = upgrade("head", "a1");

        assertThat(SqlClient.runOn(live.connect(), script))
                .first()
                .asString()
                .contains("the database is at c3, and this part of the script begins at a1.");
        assertThat(SqlClient.runOn(scripted.connect(), script))
                .first()
                .asString()
                .contains("the database is at base, and this part of the script begins at a1.");

        assertThat(liveState()).isEqualTo(before);
        assertThat(scriptedState()).isEqualTo(empty);
    }

    @Test
    void aFailureEndsTheScriptEvenWhereTheClientGoesOn() throws Exception {
        migrations
                .sql("a1", "", "CREATE TABLE author (id int);", "")
                .sql("b2", "a1", "ALTER TABLE author ADD email text;\nALTER TABLE nowhere ADD x int;", "")
                .sql("c3", "b2", "CREATE TABLE later (id int);", "");
        String script = upgrade("head");

        List<String> errors = SqlClient.runOn(scripted.connect(), script);

        assertThat(errors.get(0)).contains("relation \"nowhere\" does not exist");
        assertThat(errors)
                .anyMatch(error -> error.contains("the database is at a1, and this part of the script begins at b2."));
        migrations.upgrade(live.connect(), "a1");
        assertThat(scriptedState()).isEqualTo(liveState());
    }

    @Test
    void outsideATransactionTheClientStopsAndTheHistoryKnowsWhere() throws Exception {
        migrations
                .sql("a1", "", "CREATE TABLE author (email text);\nINSERT INTO author VALUES ('x'), ('x');", "")
                .sql("b2", "a1", """
                        ALTER TABLE author ADD name text;
                        ALTER TABLE author ADD age int;
                        CREATE UNIQUE INDEX CONCURRENTLY ix ON author (email);
                        CREATE TABLE later (id int);
                        """, "");

        List<String> errors = SqlClient.runOn(scripted.connect(), upgrade("head"));

        assertThat(errors).singleElement().asString().contains("could not create unique index");
        Connection connection = scripted.connect();
        assertThat(Migrations.query(
                        connection,
                        "SELECT concat_ws(' ', status, statements_done, statements_total)"
                                + " FROM aludel_history WHERE revision = 'b2'"))
                .containsExactly("upgrading 2 4");
        assertThat(new History(Migrations.DIALECT, Migrations.TABLES).read(connection))
                .extracting(row -> row.id().value())
                .containsExactly("a1");
        assertThat(SqlClient.runOn(connection, upgrade("head", "a1")))
                .first()
                .asString()
                .contains("the database is at a1; half-done: b2 upgrading 2");
    }

    @Test
    void javaStepsAreRefusedAllAtOnceWithTheirPlaces() throws Exception {
        chain();
        migrations
                .java("d4", "c3", "op.run(\"fill emails\", connection -> {});", "")
                .java("e5", "d4", "op.execute(\"SELECT 1\");\nop.run(\"fill names\", connection -> {});", "");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> upgrade("head"));

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SCRIPTABLE);
        assertThat(failure.format())
                .contains("RUN-006  2 steps of the plan are Java code, which an SQL script cannot hold.")
                .containsPattern("M_d4\\.java:11   fill emails\n +M_e5\\.java:12   fill names");
        assertThat(downgrade("base", "e5")).contains("DROP TABLE author");
    }

    @Test
    void whatRunsMeanwhileIsWaitedForButNotForEver() throws Exception {
        chain();
        Connection other = scripted.connect();
        assertThat(Migrations.DIALECT.lock(other, "aludel_history").tryAcquire())
                .isTrue();

        assertThat(SqlClient.runStopping(scripted.connect(), upgrade("head")))
                .singleElement()
                .asString()
                .contains("another run has held the lock of this database for more than 1 s");
        other.close();
        assertThat(SqlClient.runStopping(scripted.connect(), upgrade("head"))).isEmpty();
    }

    @Test
    void stampWritesTheHistoryAlone() throws Exception {
        chain();
        Plan stamp = migrations.scripts().graph().stamp(Heads.empty(), List.of(RevisionTarget.parse("b2")));
        migrations.migrator().run(live.connect(), heads -> stamp);
        String script = migrations.offline().render(stamp, Optional.empty());

        assertThat(SqlClient.runStopping(scripted.connect(), script)).isEmpty();

        assertThat(scriptedState()).isEqualTo(liveState()).contains("b2|a1|step b2|applied");
        assertThat(SqlClient.runStopping(scripted.connect(), script)).hasSize(1);
    }

    @Test
    void aPurgingStampForgetsWhateverIsThere() throws Exception {
        chain();
        migrations.upgrade(scripted.connect(), "head");
        scripted.execute("UPDATE aludel_history SET revision = 'gone' WHERE revision = 'c3'");
        Plan stamp = migrations.scripts().graph().stamp(Heads.empty(), List.of(RevisionTarget.parse("a1")));

        assertThat(SqlClient.runStopping(
                        scripted.connect(), migrations.offline().renderPurging(stamp, Optional.empty())))
                .isEmpty();

        assertThat(Migrations.query(scripted.connect(), "SELECT revision FROM aludel_history"))
                .containsExactly("a1");
    }

    @Test
    void anotherToolsDatabaseIsNotBuiltUpon() throws Exception {
        chain();
        scripted.execute("CREATE TABLE flyway_schema_history (installed_rank int)");
        String before = scriptedState();

        assertThat(SqlClient.runOn(scripted.connect(), upgrade("head")))
                .first()
                .asString()
                .contains("another migration tool keeps this database");

        assertThat(scriptedState()).isEqualTo(before);
    }

    @Test
    void aForeignTableUnderTheHistorysNameIsSaidToBeOne() throws Exception {
        chain();
        scripted.execute("CREATE TABLE aludel_history (id int)");

        assertThat(SqlClient.runOn(scripted.connect(), upgrade("head")))
                .first()
                .asString()
                .contains("the table aludel_history of this database was not made by Aludel");
    }

    @Test
    void theTagIsInTheHeadAndTheLogAndNothingElse() throws Exception {
        chain();
        String script = migrations
                .offline()
                .render(migrations.planUpgrade("head"), Optional.of("release 7\nDROP TABLE author; -- it's"));

        assertThat(script).contains("--   tag        release 7 DROP TABLE author; -- it's\n");
        assertThat(SqlClient.runStopping(scripted.connect(), script)).isEmpty();
        assertThat(Migrations.query(scripted.connect(), "SELECT DISTINCT detail FROM aludel_log"))
                .containsExactly("SQL script; tag: release 7\nDROP TABLE author; -- it's");
        assertThat(Migrations.query(scripted.connect(), "SELECT to_regclass('author')::text"))
                .containsExactly("author");
    }

    @Test
    void aSquashedRevisionIsUndoneWithTheRowsOfWhatItReplaces() throws Exception {
        chain();
        migrations.upgrade(live.connect(), "head");
        migrations.upgrade(scripted.connect(), "head");
        migrations.squash("c3", "a1", List.of("b2"), "", "DROP INDEX CONCURRENTLY ix;\nALTER TABLE author DROP email;");
        migrations.downgrade(live.connect(), "a1");

        assertThat(SqlClient.runStopping(scripted.connect(), downgrade("a1", "c3")))
                .isEmpty();

        assertThat(scriptedState()).isEqualTo(liveState()).doesNotContain("b2|a1", "c3|b2");
    }

    @Test
    void theHistoryMayHaveAnyName() throws Exception {
        chain();
        HistoryTable tables = new HistoryTable(
                new TableName(Optional.of("Ops 'n' more"), "My \"history\"; $aludel$ \\"),
                new TableName(Optional.of("Ops 'n' more"), "log of\ntwo lines"));
        OfflineScript offline =
                new OfflineScript(migrations.scripts(), Migrations.DIALECT, tables, Duration.ofSeconds(1));
        scripted.execute("CREATE SCHEMA \"Ops 'n' more\"");
        String script = offline.render(migrations.planUpgrade("head"), Optional.empty());

        assertThat(SqlClient.runStopping(scripted.connect(), script)).isEmpty();

        History history = new History(Migrations.DIALECT, tables);
        assertThat(history.standing(scripted.connect()).heads()).isEqualTo(Heads.of("c3"));
        assertThat(history.log(scripted.connect(), 9)).hasSize(3);
        assertThat(SqlClient.runStopping(scripted.connect(), script))
                .singleElement()
                .asString()
                .contains("the database is at c3");
    }

    @Test
    void nothingToDoIsSaid() throws Exception {
        chain();

        assertThat(upgrade("head", "c3"))
                .contains("from c3 to c3", "There is nothing to do.")
                .doesNotContain("BEGIN");
    }
}
