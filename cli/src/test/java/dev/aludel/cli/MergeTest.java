package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge says of the sides that it joins. */
class MergeTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.script.format=sql\naludel.classpath=" + CommandLineFixture.driver());
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint); CREATE TABLE book (id bigint);", "");
        project.migration("bbbb1111", "aaaa1111", "ALTER TABLE author ADD COLUMN email text;", "");
        project.migration("bbbb2222", "aaaa1111", "CREATE INDEX ix ON book (id);", "");
    }

    @Test
    void sidesThatTouchDifferentTablesAreJoinedWithoutAWord() {
        CommandLineFixture.Result result = project.run("merge", "heads", "-m", "Join");
        assertThat(result.out()).startsWith("Wrote versions/");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void sidesThatTouchTheSameTableAreNamed() throws Exception {
        project.migration("cccc2222", "bbbb2222", "UPDATE author SET id = 1;", "");
        CommandLineFixture.Result result = project.run("merge", "heads", "-m", "Join");
        assertThat(result.out()).startsWith("Wrote versions/");
        assertThat(result.err())
                .isEqualTo("Look:    both sides touch author: cccc2222, bbbb1111."
                        + " See that they go together in either order.\n");
        assertThat(project.run("upgrade", "heads").exitCode()).isZero();
    }

    @Test
    void whatOneSideDidBeforeTheyPartedDoesNotCount() throws Exception {
        project.migration("cccc1111", "bbbb1111", "ALTER TABLE author ADD COLUMN name text;", "");
        assertThat(project.run("merge", "cccc1111", "bbbb2222", "--format", "json")
                        .out())
                .contains("\"overlaps\": []");
    }

    @Test
    void aSideThatCannotBeReadIsNoReasonNotToMerge() throws Exception {
        project.migration("cccc2222", "bbbb2222", "COMMIT;", "");
        CommandLineFixture.Result result = project.run("merge", "heads", "-m", "Join");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).startsWith("The sides were not compared: COMMIT cannot be in a migration");
    }

    @Test
    void historyAndBranchesDrawTheGraphWhereItForks() throws Exception {
        project.migration("cccc1111", "bbbb1111, bbbb2222", "", "");
        assertThat(project.run("history").out()).isEqualTo("""
                *    bbbb1111, bbbb2222 -> cccc1111 (head) (mergepoint), change cccc1111
                |\\
                | *  aaaa1111 -> bbbb2222, change bbbb2222
                * |  aaaa1111 -> bbbb1111, change bbbb1111
                |/
                *    <base> -> aaaa1111 (branchpoint), change aaaa1111
                """);
        assertThat(project.run("history", "-r", "bbbb1111:bbbb1111").out())
                .isEqualTo("aaaa1111 -> bbbb1111, change bbbb1111\n");
        assertThat(project.run("branches").out()).startsWith("""
                <base> -> aaaa1111 (branchpoint), change aaaa1111
                    -> bbbb1111, change bbbb1111
                    -> bbbb2222, change bbbb2222

                *    bbbb1111, bbbb2222 -> cccc1111""");
        assertThat(project.run("history", "-v").out()).contains("""
                |\\
                | *  Rev: bbbb2222
                | |  Parent: aaaa1111
                """);
    }
}
