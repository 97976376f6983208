package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stamping with several heads, on a real PostgreSQL. */
class StampTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        project.migration("bbbb1111", "aaaa1111", "", "");
        project.migration("bbbb2222", "aaaa1111", "", "");
    }

    private List<String> rows() throws Exception {
        return project.query("SELECT revision FROM aludel_history ORDER BY revision");
    }

    @Test
    void severalHeadsAtOnceAndBack() throws Exception {
        assertThat(project.run("stamp", "heads").exitCode()).isZero();
        assertThat(rows()).containsExactly("aaaa1111", "bbbb1111", "bbbb2222");

        assertThat(project.run("stamp", "base").exitCode()).isZero();
        assertThat(rows()).isEmpty();
        assertThat(project.tables()).containsExactly("aludel_history", "aludel_log");
    }

    @Test
    void eachHeadByName() throws Exception {
        assertThat(project.run("stamp", "bbbb1111", "bbbb2222").exitCode()).isZero();
        assertThat(rows()).containsExactly("aaaa1111", "bbbb1111", "bbbb2222");
    }

    @Test
    void purgeForgetsWhatTheFilesDoNotKnow() throws Exception {
        assertThat(project.run("stamp", "heads").exitCode()).isZero();
        Files.delete(directory.resolve("versions/bbbb2222.sql"));

        assertThat(project.run("stamp", "aaaa1111").exitCode()).isEqualTo(5);
        assertThat(project.run("stamp", "--purge", "bbbb1111").exitCode()).isZero();
        assertThat(rows()).containsExactly("aaaa1111", "bbbb1111");
        assertThat(project.run("current").out()).isEqualTo("bbbb1111 (head), change bbbb1111\n");
    }

    @Test
    void checkHeadsFailsWithTwoAndNeedsNoDatabase() throws Exception {
        project.environment.remove("ALUDEL_URL");
        CommandLineFixture.Result result = project.run("check", "--heads");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("REV-005  Multiple head revisions are present")
                .contains("aludel merge heads");
        Files.delete(directory.resolve("versions/bbbb2222.sql"));
        assertThat(project.run("check", "--heads").out())
                .isEqualTo("One head: aaaa1111 -> bbbb1111 (head), change bbbb1111\n");
    }
}
