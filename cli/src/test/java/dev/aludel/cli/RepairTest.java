package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History and files disagree; half-done migrations are seen, continued and forgotten. */
class RepairTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        project.migration("bbbb1111", "aaaa1111", "ALTER TABLE author ADD COLUMN email text;", "");
        assertThat(project.run("upgrade", "head").exitCode()).isZero();
    }

    @Test
    void agreementIsSaid() {
        CommandLineFixture.Result result = project.run("repair");
        assertThat(result.out()).isEqualTo("History and files agree.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void anEditedFileIsShownAndAcceptedOnRequest() throws Exception {
        project.migration("bbbb1111", "aaaa1111", "ALTER TABLE author ADD COLUMN email varchar(255);", "");
        CommandLineFixture.Result shown = project.run("repair");
        assertThat(shown.out()).isEqualTo("""
                Edited     bbbb1111   versions/bbbb1111.sql   was applied as something else: its checksum will be taken over
                Nothing was changed. To let the history say what the files say: aludel repair --yes
                """);
        assertThat(shown.exitCode()).isEqualTo(3);
        assertThat(project.run("repair", "--yes").out()).endsWith("The history says what the files say.\n");
        assertThat(project.run("repair").out()).isEqualTo("History and files agree.\n");
        assertThat(project.run("log").out()).contains("repair", "bbbb1111");
    }

    @Test
    void anEditedFileIsReportedByTheNextUpgradeWhichGoesOn() throws Exception {
        project.migration("bbbb1111", "aaaa1111", "ALTER TABLE author ADD COLUMN email varchar(255);", "");
        project.migration("cccc1111", "bbbb1111", "CREATE TABLE book (id bigint);", "DROP TABLE book;");
        CommandLineFixture.Result run = project.run("upgrade", "head");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("bbbb1111 was edited after it was applied, in versions/bbbb1111.sql", "aludel repair")
                .doesNotContain("aaaa1111", "cccc1111 was");
        project.run("repair", "--yes");
        project.migration("dddd1111", "cccc1111", "CREATE TABLE page (id bigint);", "DROP TABLE page;");
        assertThat(project.run("upgrade", "head").err()).doesNotContain("was edited");
    }

    @Test
    void rowsOfSquashedRevisionsGo() throws Exception {
        assertThat(project.run("squash", "aaaa1111:bbbb1111", "--format", "sql").exitCode())
                .isZero();
        assertThat(project.run("repair").out()).startsWith("Squashed   aaaa1111   is part of an applied revision");
        assertThat(project.run("repair", "-y").exitCode()).isZero();
        assertThat(project.query("SELECT revision || '<' || parents FROM aludel_history"))
                .containsExactly("bbbb1111<");
        assertThat(project.run("current").out()).startsWith("bbbb1111 (head)");
    }

    @Test
    void aHalfDoneMigrationIsSeenAndContinued() throws Exception {
        project.migration(
                "cccc1111",
                "bbbb1111",
                "CREATE TABLE book (id bigint); CREATE INDEX CONCURRENTLY ix ON author (email);"
                        + " CREATE UNIQUE INDEX CONCURRENTLY ux ON author (email);",
                "");
        try (var connection = project.connect();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO author (email) VALUES ('a'), ('a')");
        }
        assertThat(project.run("upgrade", "head").exitCode()).isEqualTo(1);
        CommandLineFixture.Result current = project.run("current");
        assertThat(current.out()).isEqualTo("bbbb1111, change bbbb1111\ncccc1111 (half-done)\n");
        assertThat(current.err())
                .isEqualTo(
                        "cccc1111 is half-done: 2 of 3 statements of its upgrade are done. `aludel upgrade cccc1111` continues"
                                + " there.\n");
        assertThat(project.run("plan", "upgrade", "head").out())
                .contains("    -- continues: 2 of 3 statements of its upgrade are done");
        assertThat(project.run("repair").out()).contains("Half-done  cccc1111", "History and files agree.");

        try (var connection = project.connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM author; DROP INDEX ux");
        }
        CommandLineFixture.Result second = project.run("upgrade", "head");
        assertThat(second.err()).isEqualTo("Continuing cccc1111: 2 of 3 statements of its upgrade are done.\n");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void aHalfDoneMigrationIsForgottenOnRequest() throws Exception {
        project.migration(
                "cccc1111",
                "bbbb1111",
                "CREATE TABLE book (id bigint); CREATE INDEX CONCURRENTLY ix ON nowhere (id);",
                "");
        assertThat(project.run("upgrade", "head").exitCode()).isEqualTo(1);
        assertThat(project.run("repair", "--forget", "cccc").out())
                .isEqualTo("Forgot that cccc1111 is half-done. What its statements changed is still there.\n");
        assertThat(project.run("current").out()).isEqualTo("bbbb1111, change bbbb1111\n");
        assertThat(project.tables()).contains("book");
        assertThat(project.run("repair", "--forget", "cccc").err()).startsWith("HIS-006");
        assertThat(project.run("repair", "--forget", "dddd").err())
                .startsWith("HIS-006  The revision dddd is not half-done.");
    }

    @Test
    void ensureVersionAsSql() throws Exception {
        String script = project.run("ensure-version", "--sql").out();
        assertThat(script).contains("CREATE TABLE aludel_history", "CREATE TABLE aludel_log");
        assertThat(List.of(script.split("\n"))).noneMatch(line -> line.contains("aaaa1111"));
    }
}
