package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches of the sources were joined, each with a migration of its own. */
class RebaseTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        project.migration("bbbb1111", "aaaa1111", "", "");
        project.migration("cccc1111", "aaaa1111", "", "");
        project.migration("cccc2222", "cccc1111", "", "");
    }

    @Test
    void theUnappliedBranchGoesOnTopOfTheOther() {
        assertThat(project.run("upgrade", "bbbb1111").exitCode()).isZero();
        assertThat(project.run("revision", "--rebase", "cccc1111").out()).isEqualTo("""
                Rebased cccc1111: it follows bbbb1111 now, no more aaaa1111.
                Changed versions/cccc1111.sql
                """);
        assertThat(project.run("heads").out()).isEqualTo("cccc1111 -> cccc2222 (head), change cccc2222\n");
        assertThat(project.run("upgrade", "head").exitCode()).isZero();
        assertThat(directory.resolve("versions")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void ontoANamedRevisionOrNone() throws Exception {
        assertThat(project.run("revision", "--rebase", "cccc2222", "--head", "bbbb1111")
                        .exitCode())
                .isZero();
        assertThat(directory.resolve("versions/cccc2222.sql")).content().contains("-- down: bbbb1111\n");
        assertThat(project.run("revision", "--rebase", "cccc2222", "--head", "base")
                        .exitCode())
                .isZero();
        assertThat(directory.resolve("versions/cccc2222.sql")).content().doesNotContain("-- down:");
    }

    private void refuses(String sentence, String... arguments) throws Exception {
        String before = Files.readString(directory.resolve("versions/cccc1111.sql"));
        CommandLineFixture.Result result = project.run(arguments);
        assertThat(result.err()).contains(sentence, "No file was changed.");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(directory.resolve("versions/cccc1111.sql")).hasContent(before);
    }

    @Test
    void whatIsAppliedStays() throws Exception {
        assertThat(project.run("upgrade", "cccc1111").exitCode()).isZero();
        refuses("REV-009  The revision cccc1111 is applied to the database.", "revision", "--rebase", "cccc1111");
    }

    @Test
    void noCircleNoMergeNoMoveToTheSamePlace() throws Exception {
        refuses("cannot follow cccc2222, which stands on it", "revision", "--rebase", "cccc1111", "--head", "cccc2222");
        refuses("follows aaaa1111 already", "revision", "--rebase", "cccc1111", "--head", "aaaa1111");
        refuses("'base' names no revision", "revision", "--rebase", "base");
        project.migration("dddd1111", "bbbb1111, cccc2222", "", "");
        refuses("is a merge of bbbb1111, cccc2222", "revision", "--rebase", "dddd1111");
        refuses("has no other head to go to", "revision", "--rebase", "cccc1111");
    }

    @Test
    void ofSeveralOtherHeadsOneMustBeNamed() throws Exception {
        project.migration("eeee1111", "aaaa1111", "", "");
        refuses("can go to 2 other heads", "revision", "--rebase", "cccc1111");
    }
}
