package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A range of revisions becomes one, and databases on either side of it go on. */
class SquashTest {
    private static final String COLUMNS =
            "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable"
                    + " FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'aludel%'"
                    + " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE 'aludel%'"
                    + " ORDER BY 1";

    @TempDir
    Path directory;

    @TempDir
    Path second;

    private CommandLineFixture project;
    private CommandLineFixture other;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        other = new CommandLineFixture(second);
        project.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.file-template=%{rev}_%{slug}\naludel.classpath="
                        + CommandLineFixture.driver());
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint PRIMARY KEY);", "DROP TABLE author;");
        project.migration(
                "bbbb1111",
                "aaaa1111",
                "ALTER TABLE author ADD COLUMN email varchar(255); -- a remark; with a semicolon\nUPDATE author SET email = 'x';",
                "ALTER TABLE author DROP COLUMN email;");
        project.write("versions/Index.java", """
                import dev.aludel.migration.Migration;
                import dev.aludel.migration.Operations;
                import dev.aludel.migration.Revision;

                /** An index. */
                @Revision(id = "cccc1111", down = "bbbb1111", created = "2026-03-01T10:22:41Z", branchLabels = "people")
                public final class Index implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createIndex("ix_author_email", "author", "email").unique();
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropIndex("ix_author_email", "author");
                    }
                }
                """);
        project.migration("dddd1111", "cccc1111", "CREATE TABLE book (id bigint);", "DROP TABLE book;");
    }

    private CommandLineFixture.Result onOther(String... arguments) {
        String[] words = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, words, 0, arguments.length);
        words[arguments.length] = "--url";
        words[arguments.length + 1] = other.url();
        return project.run(words);
    }

    private void squash(String range, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "squash";
        words[1] = range;
        System.arraycopy(options, 0, words, 2, options.length);
        CommandLineFixture.Result result = project.run(words);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void saysWhatItWroteAndDeleted() {
        assertThat(project.run("squash", "bbbb1111:cccc1111").out()).startsWith("""
                Wrote   versions/cccc1111_squash_2_revisions_bbbb1111_to_cccc1111.java
                Deleted versions/bbbb1111.sql
                Deleted versions/Index.java
                """);
        assertThat(directory.resolve("versions/cccc1111_squash_2_revisions_bbbb1111_to_cccc1111.java"))
                .content()
                .contains("replaces = \"bbbb1111\"", "branchLabels = \"people\"", "down = \"aaaa1111\"");
        assertThat(project.run("history").out()).isEqualTo("""
                cccc1111 -> dddd1111 (head), change dddd1111
                aaaa1111 -> cccc1111 (people), Squash 2 revisions, bbbb1111 to cccc1111
                <base> -> aaaa1111, change aaaa1111
                """);
    }

    private void bothWaysGiveTheSame(String... options) throws Exception {
        assertThat(project.run("upgrade", "head").exitCode()).isZero();
        List<String> before = project.query(COLUMNS);
        squash("aaaa1111:cccc1111", options);

        assertThat(onOther("upgrade", "head").err()).isEmpty();
        assertThat(other.query(COLUMNS)).isEqualTo(before).hasSizeGreaterThan(3);
        assertThat(other.query("SELECT revision FROM aludel_history ORDER BY 1"))
                .containsExactly("cccc1111", "dddd1111");

        assertThat(project.run("current", "--check-heads").out()).isEqualTo("dddd1111 (head), change dddd1111\n");
        assertThat(project.run("upgrade", "head").out()).startsWith("Nothing to do");
        assertThat(project.run("downgrade", "base").err()).isEmpty();
        assertThat(onOther("downgrade", "base").err()).isEmpty();
        assertThat(project.query(COLUMNS)).isEmpty();
        assertThat(other.query(COLUMNS)).isEmpty();
        assertThat(project.query("SELECT revision FROM aludel_history")).isEmpty();
        assertThat(project.run("upgrade", "head").err()).isEmpty();
        assertThat(project.query(COLUMNS)).isEqualTo(before);
    }

    @Test
    void inJavaDatabasesOnBothSidesEndInTheSamePlace() throws Exception {
        bothWaysGiveTheSame();
    }

    @Test
    void inSqlToo() throws Exception {
        bothWaysGiveTheSame("--format", "sql", "-m", "All of it");
        assertThat(directory.resolve("versions/cccc1111_all_of_it.sql"))
                .content()
                .contains("-- replaces: aaaa1111, bbbb1111\n");
    }

    @Test
    void aSecondSquashKnowsWhatTheFirstReplaced() throws Exception {
        squash("bbbb1111:cccc1111");
        squash("aaaa1111:dddd1111", "--format", "sql", "-m", "All");
        assertThat(directory.resolve("versions/dddd1111_all.sql"))
                .content()
                .contains("-- replaces: aaaa1111, bbbb1111, cccc1111\n");
    }

    @Test
    void aDatabaseInTheMiddleIsToldSo() throws Exception {
        assertThat(project.run("upgrade", "bbbb1111").exitCode()).isZero();
        squash("aaaa1111:cccc1111");
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err())
                .startsWith(
                        "HIS-003  Can't locate revision identified by 'bbbb1111': the database stands inside the range"
                                + " that was squashed into cccc1111.")
                .contains("run `aludel upgrade cccc1111` with them");
        assertThat(project.query(COLUMNS)).hasSize(3);
        project.migration("eeee1111", "bbbb1111", "", "");
        assertThat(project.run("heads").err()).contains("It was squashed into cccc1111.");
    }

    private void refuses(String sentence, String range) {
        CommandLineFixture.Result result = project.run("squash", range);
        assertThat(result.err()).startsWith("REV-009  ").contains(sentence, "No file was written or deleted.");
        assertThat(directory.resolve("versions/bbbb1111.sql")).exists();
    }

    @Test
    void onlyAClosedLineIsSquashed() throws Exception {
        refuses("A range to squash is <first>:<last>; this is 'aaaa1111'.", "aaaa1111");
        refuses("aaaa1111 does not stand on bbbb1111.", "bbbb1111:aaaa1111");
        refuses("The range dddd:dddd has only one revision.", "dddd:dddd");
        project.migration("eeee1111", "bbbb1111", "", "");
        refuses("eeee1111 stands on a revision in the middle of the range.", "aaaa1111:dddd1111");
        project.migration("ffff1111", "dddd1111, eeee1111", "", "");
        refuses("ffff1111 is a merge inside the range.", "aaaa1111:ffff1111");
    }

    @Test
    void javaCodeOverAConnectionIsNamed() throws Exception {
        project.write("versions/Data.java", """
                import dev.aludel.migration.Migration;
                import dev.aludel.migration.Operations;
                import dev.aludel.migration.Revision;

                @Revision(id = "eeee1111", down = "dddd1111")
                public final class Data implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.run("read files", connection -> {});
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);
        refuses("versions/Data.java:9   run read files", "dddd1111:eeee1111");
    }
}
