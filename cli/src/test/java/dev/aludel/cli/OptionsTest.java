package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No option is left out in silence: what does not go together is refused with both names. */
class OptionsTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade URL",
                "upgrade head URL",
                "downgrade URL",
                "stamp URL",
                "show URL",
                "merge a URL",
                "log URL",
                "current URL",
                "history URL --format",
            })
    void aUrlAmongTheArgumentsIsNotShown(String line) {
        String url = "jdbc:postgresql://localhost:1/shop?password=s3cret";
        CommandLineFixture.Result result = project.run(line.replace("URL", url).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("CFG-006  A database's URL is given with --url, and not as an argument.\n")
                .contains("\n  usage  aludel " + line.split(" ")[0], "\n  state  Nothing was run.\n")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "--rebase, --autogenerate, revision --rebase bbbb2222 --autogenerate",
        "--rebase, --sql, revision --rebase bbbb2222 --sql",
        "--rebase, --message, revision --rebase bbbb2222 -m Move",
        "--rebase, --splice, revision --rebase bbbb2222 --splice",
        "--rebase, --branch-label, revision --rebase bbbb2222 --branch-label audit",
        "--rebase, --depends-on, revision --rebase bbbb2222 --depends-on bbbb1111",
        "--rebase, --rev-id, revision --rebase bbbb2222 --rev-id cccc",
        "--rebase, --version-path, revision --rebase bbbb2222 --version-path versions",
        "--rebase, --rename, revision --rebase bbbb2222 --rename a:b",
        "--rebase, --format sql, revision --rebase bbbb2222 --format sql",
        "--head aaaa1111, --head bbbb1111, revision --rebase bbbb2222 --head aaaa1111 --head bbbb1111",
        "--sql, --rev-id, revision --autogenerate --sql -m x --rev-id cccc",
        "--sql, --head, revision --autogenerate --sql -m x --head bbbb1111",
        "--sql, --format java, revision --autogenerate --sql -m x --format java",
        "--sql, --dry-run, upgrade heads --sql --dry-run",
        "--tag, -x tag, upgrade heads --tag one -x tag=two",
        "--forget, --yes, repair --forget aaaa1111 --yes",
        "--quiet, --verbose, -q history -v",
        "--password, --password-stdin, current --password x --password-stdin",
        "--password-file, --password-stdin, current --password-file x --password-stdin",
        "DIR, --directory, init one --directory two",
    })
    void twoOptionsOfWhichOneWouldBeSilent(String one, String other, String line) throws Exception {
        CommandLineFixture.Result result = project.run(line.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("CFG-006  " + one + " and " + other + " cannot be asked for together.\n")
                .contains("\n  state  Nothing was run.\n", "\n  do     Leave one of them out: ");
        assertThat(files()).containsExactly("aaaa1111.sql", "bbbb1111.sql", "bbbb2222.sql");
        assertThat(project.tables()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--rename says nothing without --autogenerate., revision -m x --rename a:b",
        "'--format sql is for commands that write a migration: revision, merge, squash.', upgrade heads --format sql",
        "'--format java is for commands that write a migration: revision, merge, squash.', history --format java",
        "--limit is a number of lines from 1 on; this is -3., log --limit -3",
    })
    void anOptionThatNothingHears(String message, String line) throws Exception {
        CommandLineFixture.Result result = project.run(line.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("CFG-006  " + message + "\n").contains("\n  do     ");
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void aMergeIsWrittenInTheLanguageThatIsAskedFor() throws Exception {
        assertThat(project.run("merge", "heads", "-m", "Join", "--rev-id", "cccc1111", "--format", "sql")
                        .out())
                .endsWith(".sql\n");
    }

    @Test
    void initTakesTheDirectoryAsAnOptionToo() {
        assertThat(project.run("init", "--directory", "db/changes").exitCode()).isZero();
        assertThat(directory.resolve("db/changes")).isDirectory();
    }

    private List<String> files() throws Exception {
        try (var entries = Files.list(directory.resolve("versions"))) {
            return entries.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
