package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionId;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    private final History history = new History(Migrations.DIALECT, Migrations.TABLES);
    private final Repair repair =
            new Repair(Migrations.DIALECT, Migrations.TABLES, Duration.ofMillis(300), MigrationListener.SILENT);

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
                .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                .sql("b2", "a1", "CREATE TABLE book (id int);", "DROP TABLE book;")
                .sql("c3", "b2", "CREATE TABLE loan (id int);", "DROP TABLE loan;");
        migrations.upgrade(connection, "head");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private List<EditedRevision> edited() throws SQLException {
        return Repair.findEdited(history.rows(connection), migrations.scripts());
    }

    private List<String> repairs() throws SQLException {
        return Migrations.query(
                connection, "SELECT revision || ': ' || detail FROM aludel_log WHERE action = 'repair' ORDER BY id");
    }

    @Test
    void editedFilesAreFoundAndAccepted() throws Exception {
        assertThat(edited()).isEmpty();
        migrations.sql("b2", "a1", "CREATE TABLE book (id bigint);", "DROP TABLE book;");

        List<EditedRevision> edited = edited();

        assertThat(edited).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(RevisionId.of("b2"));
            assertThat(each.file()).isEqualTo("b2.sql");
            assertThat(each.stored()).hasSize(64).isNotEqualTo(each.current());
        });
        repair.acceptEdited(connection, edited);
        assertThat(edited()).isEmpty();
        assertThat(repairs())
                .containsExactly("b2: accepted the checksum " + edited.get(0).current() + " instead of "
                        + edited.get(0).stored());
    }

    @Test
    void whiteSpaceAndStampsAreNoEdits() throws Exception {
        migrations.sql("c3", "b2", "CREATE TABLE   loan\n    (id int);", "DROP TABLE loan;");
        database.execute("UPDATE aludel_history SET checksum = NULL WHERE revision = 'b2'");
        database.execute("UPDATE aludel_history SET checksum = 'x', revision = 'gone' WHERE revision = 'a1'");

        assertThat(edited()).isEmpty();
    }

    @Test
    void rowsAreRemovedTogetherOrNotAtAll() throws Exception {
        List<RevisionId> some = List.of(RevisionId.of("c3"), RevisionId.of("nowhere"));

        AludelException failure = catchThrowableOfType(AludelException.class, () -> repair.remove(connection, some));

        assertThat(failure.code()).isEqualTo(ErrorCode.FOREIGN_HISTORY);
        assertThat(history.read(connection)).hasSize(3);
        repair.remove(connection, List.of(RevisionId.of("c3")));
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("b2"));
        assertThat(repairs()).containsExactly("c3: removed its row");
    }

    @Test
    void aHeadThatIsNoneIsFoundAndMended() throws Exception {
        database.execute("DELETE FROM aludel_history WHERE revision = 'b2'");
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("a1", "c3"));
        assertThat(Repair.findRedundantHeads(
                        history.read(connection), migrations.scripts().graph()))
                .containsExactly(RevisionId.of("a1"));

        List<RevisionId> changed =
                repair.reconcile(connection, migrations.scripts().graph());

        assertThat(changed).containsExactly(RevisionId.of("b2"));
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("c3"));
        assertThat(Repair.findRedundantHeads(
                        history.read(connection), migrations.scripts().graph()))
                .isEmpty();
        assertThat(repairs()).containsExactly("b2: added its row, which was missing below an applied revision");
        migrations.downgrade(connection, "base");
        assertThat(history.read(connection)).isEmpty();
    }

    @Test
    void parentsThatTheFilesSayOtherwiseAreTakenFromThem() throws Exception {
        database.execute("UPDATE aludel_history SET parents = '' WHERE revision = 'c3'");

        assertThat(repair.reconcile(connection, migrations.scripts().graph())).containsExactly(RevisionId.of("c3"));

        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("c3"));
        assertThat(repair.reconcile(connection, migrations.scripts().graph())).isEmpty();
    }

    @Test
    void whatWasSquashedAfterItWasAppliedIsNeitherEditedNorOutOfLine() throws Exception {
        migrations.squash("c3", "a1", List.of("b2"), "CREATE TABLE both (id int);", "DROP TABLE loan, book;");

        assertThat(edited()).isEmpty();
        assertThat(repair.reconcile(connection, migrations.scripts().graph())).isEmpty();
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("c3"));
    }

    @Test
    void itWaitsForRunsAndNotForEver() throws Exception {
        assertThat(Migrations.DIALECT.lock(database.connect(), "aludel_history").tryAcquire())
                .isTrue();

        AludelException failure = catchThrowableOfType(
                AludelException.class, () -> repair.remove(connection, List.of(RevisionId.of("c3"))));

        assertThat(failure.code()).isEqualTo(ErrorCode.LOCKED);
        assertThat(history.read(connection)).hasSize(3);
    }
}
