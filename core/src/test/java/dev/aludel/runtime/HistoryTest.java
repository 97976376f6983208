package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
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
                .sql("a1", "", "CREATE TABLE author (id int);\nCREATE TABLE book (id int);", "DROP TABLE book, author;")
                .sql("b2", "a1", "ALTER TABLE author ADD email text;", "ALTER TABLE author DROP email;");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void aRowTellsAllThatIsKnownOfARevision() throws Exception {
        Instant before = Instant.now();
        migrations.upgrade(connection, "head");

        List<HistoryRow> rows = history.rows(connection);

        assertThat(rows).extracting(row -> row.id().value()).containsExactly("a1", "b2");
        HistoryRow first = rows.get(0);
        assertThat(first.parents()).isEmpty();
        assertThat(first.message()).isEqualTo("step a1");
        assertThat(first.checksum()).get().asString().hasSize(64);
        assertThat(first.status()).isEqualTo(Status.APPLIED);
        assertThat(first.appliedAt())
                .isBetween(before.minusSeconds(5), Instant.now().plusSeconds(5));
        assertThat(first.appliedBy()).isEqualTo(System.getProperty("user.name"));
        assertThat(first.durationMillis()).isBetween(0L, 60_000L);
        assertThat(first.statementsDone()).isEqualTo(2);
        assertThat(first.statementsTotal()).isEqualTo(2);
        assertThat(first.progress()).isEmpty();
        assertThat(first.toolVersion()).isEqualTo(ToolVersion.current());
        assertThat(first.downgradeSql()).contains("DROP TABLE book, author");
        assertThat(first.isHalfDone()).isFalse();
        assertThat(rows.get(1).parents()).containsExactly(RevisionId.of("a1"));
    }

    @Test
    void aTableOfItsOwnIsThereAsAWholeOrNotAtAll() throws SQLException {
        database.execute("CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS"
                + " $$BEGIN RAISE 'no comments'; END$$");
        database.execute("CREATE EVENT TRIGGER no_comments ON ddl_command_start WHEN TAG IN ('COMMENT')"
                + " EXECUTE FUNCTION refuse()");
        assertThatThrownBy(() -> history.ensureTables(connection)).hasMessageContaining("no comments");
        connection.rollback();
        assertThat(Migrations.query(connection, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'aludel%'"))
                .containsExactly("0");
    }

    @Test
    void theLogEndsWithTheNewestLine() throws Exception {
        migrations.upgrade(connection, "head");
        migrations.downgrade(connection, "a1");
        database.execute("DROP TABLE author");
        catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));

        List<LogLine> lines = history.log(connection, 3);

        assertThat(lines)
                .extracting(line -> line.action() + " " + line.revision() + " " + line.result())
                .containsExactly("upgrade b2 done", "downgrade b2 done", "upgrade b2 failed");
        assertThat(lines).isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()));
        assertThat(lines.get(2).detail()).get().asString().contains("RUN-003", "relation \"author\" does not exist");
        assertThat(lines.get(0).detail()).isEmpty();
    }

    @Test
    void anUntouchedDatabaseHasNeitherRowsNorLog() throws Exception {
        assertThat(history.rows(connection)).isEmpty();
        assertThat(history.log(connection, 10)).isEmpty();
        assertThat(history.standing(connection)).isEqualTo(new Standing(List.of(), List.of()));
    }

    @Test
    void aForeignTableUnderTheLogsNameIsRefused() throws Exception {
        database.execute("CREATE TABLE aludel_log (line text)");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> history.log(connection, 10));

        assertThat(failure.code()).isEqualTo(ErrorCode.FOREIGN_HISTORY);
        assertThat(failure.format()).contains("aludel.log-table=…");
    }

    @Test
    void theTablesAsSqlAreTheTablesThatARunCreates() throws Exception {
        String script = migrations.offline().renderTables();
        try (TestDatabase live = TestDatabase.create()) {
            assertThat(history.ensureTables(live.connect())).isTrue();
            assertThat(SqlClient.runStopping(connection, script)).isEmpty();
            assertThat(SqlClient.runStopping(database.connect(), script)).isEmpty();

            assertThat(Migrations.describe(connection)).isEqualTo(Migrations.describe(live.connect()));
            assertThat(history.ensureTables(connection)).isFalse();
        }
    }

    @Test
    void aPreviewHasStatementsPlacesAndRowsWithoutAConnection() throws Exception {
        migrations.sql("c3", "b2", "CREATE INDEX CONCURRENTLY ix ON author (email);", "DROP INDEX ix;");

        List<PlannedStep> steps = migrations.migrator().preview(migrations.planUpgrade("head", "a1"));

        assertThat(steps)
                .extracting(step -> step.step().revision().id().value())
                .containsExactly("b2", "c3");
        assertThat(steps.get(0).file()).contains("b2.sql");
        assertThat(steps.get(0).statements()).singleElement().satisfies(statement -> {
            assertThat(statement.text()).isEqualTo("ALTER TABLE author ADD email text");
            assertThat(statement.transactional()).isTrue();
            assertThat(statement.where()).get().hasToString("b2.sql:7");
        });
        assertThat(steps.get(0).inserted())
                .containsExactly(new PlannedRow(
                        RevisionId.of("b2"),
                        List.of(RevisionId.of("a1")),
                        "step b2",
                        steps.get(0).inserted().get(0).checksum(),
                        1,
                        Optional.of("ALTER TABLE author DROP email")));
        assertThat(steps.get(1).isTransactional()).isFalse();

        List<PlannedStep> back = migrations.migrator().preview(migrations.planDowngrade("base", "b2"));
        assertThat(back).extracting(step -> step.deleted().toString()).containsExactly("[b2]", "[a1]");
    }

    private void damages(String sql, String what) throws Exception {
        migrations.upgrade(connection, "head");
        database.execute("ALTER TABLE aludel_history ALTER status DROP NOT NULL, DROP CONSTRAINT pk_aludel_history");
        database.execute(sql);
        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));
        assertThat(failure.code()).isEqualTo(ErrorCode.DAMAGED_HISTORY);
        assertThat(failure.format()).contains(what, "table aludel_history", "Nothing was run");
    }

    @Test
    void aStatusThatDoesNotExistIsNamed() throws Exception {
        damages(
                "UPDATE aludel_history SET status = 'done' WHERE revision = 'a1'",
                "The row 'a1' of aludel_history has 'done' as its status.");
    }

    @Test
    void aStatusThatIsMissingIsNamed() throws Exception {
        damages(
                "UPDATE aludel_history SET status = NULL WHERE revision = 'a1'",
                "'a1' of aludel_history has nothing as its");
    }

    @Test
    void aParentThatIsNoIdIsNamed() throws Exception {
        damages(
                "UPDATE aludel_history SET parents = 'a1,x y' WHERE revision = 'b2'",
                "'b2' of aludel_history has 'x y' as");
    }

    @Test
    void revisionsWithTwoRowsAreNamed() throws Exception {
        damages("INSERT INTO aludel_history SELECT * FROM aludel_history WHERE revision = 'a1'", "two rows for a1.");
    }

    @Test
    void parentsInACircleDoNotMakeTheDatabaseLookEmpty() throws Exception {
        damages("UPDATE aludel_history SET parents = 'b2' WHERE revision = 'a1'", "in a circle, among a1, b2.");
    }
}
