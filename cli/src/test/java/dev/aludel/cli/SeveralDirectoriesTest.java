package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations in several directories and in folders inside them, and the arguments that they may ask for. */
class SeveralDirectoriesTest {
    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        configure("aludel.directory=versions, audit");
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        write("audit/bbbb1111.sql", "bbbb1111", "aaaa1111");
    }

    private void configure(String lines) throws Exception {
        project.write(
                "aludel.properties",
                lines + "\naludel.script.format=sql\naludel.file-template=%{rev}\naludel.classpath="
                        + CommandLineFixture.driver() + "\n");
    }

    private void write(String file, String id, String down) throws Exception {
        project.write(file, """
                -- revision: %s
                -- down: %s
                -- created: 2026-03-02T10:22:41Z

                -- upgrade

                -- downgrade
                """.formatted(id, down));
    }

    private String revision(String... options) {
        String[] words = new String[options.length + 3];
        System.arraycopy(new String[] {"revision", "-m", "More"}, 0, words, 0, 3);
        System.arraycopy(options, 0, words, 3, options.length);
        CommandLineFixture.Result result = project.run(words);
        return result.out() + result.err();
    }

    @Test
    void oneGraphOverAllAndANewFileBesideItsParent() {
        assertThat(project.run("history").out()).isEqualTo("""
                aaaa1111 -> bbbb1111 (head)
                <base> -> aaaa1111, change aaaa1111
                """);
        assertThat(revision("--rev-id", "cccc1111")).isEqualTo("Wrote audit/cccc1111.sql\n");
        assertThat(revision("--rev-id", "dddd1111", "--version-path", "versions"))
                .isEqualTo("Wrote versions/dddd1111.sql\n");
    }

    @Test
    void aNewRootMustBeToldWhereToGo() {
        assertThat(revision("--head", "base"))
                .startsWith("CFG-003  Multiple version locations present, please specify --version-path.")
                .contains("versions", "audit");
        assertThat(revision("--version-path", "elsewhere"))
                .startsWith("CFG-003  Path elsewhere is not represented in current version locations.");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
        assertThat(revision("--head", "base", "--rev-id", "eeee1111", "--version-path", "audit"))
                .isEqualTo("Wrote audit/eeee1111.sql\n");
    }

    @Test
    void foldersInsideAreSearchedOnRequestAndLinksAreNotFollowed() throws Exception {
        write("versions/2026/03/cccc1111.sql", "cccc1111", "bbbb1111");
        Files.writeString(elsewhere.resolve("ffff1111.sql"), "no migration");
        Files.createSymbolicLink(directory.resolve("versions/link"), elsewhere);
        assertThat(project.run("heads").out()).startsWith("aaaa1111 -> bbbb1111");

        configure("aludel.directory=versions, audit, versions/2026\naludel.recursive=true");
        assertThat(project.run("heads").err())
                .startsWith(
                        "SCR-003  versions/link is a link to " + elsewhere.toRealPath() + ". Links are not followed");
        Files.delete(directory.resolve("versions/link"));
        assertThat(project.run("heads").out()).isEqualTo("bbbb1111 -> cccc1111 (head)\n");
        assertThat(revision("--rev-id", "dddd1111")).isEqualTo("Wrote versions/2026/03/dddd1111.sql\n");
        assertThat(revision("--rev-id", "eeee1111", "--version-path", "versions/2027"))
                .isEqualTo("Wrote versions/2027/eeee1111.sql\n");
    }

    @Test
    void theFileTemplateMayNameFolders() throws Exception {
        project.write(
                "aludel.properties",
                "aludel.directory=versions, audit\naludel.script.format=sql\naludel.file-template=y%{year}/%{rev}_%{slug}\n");
        assertThat(revision("--rev-id", "cccc1111"))
                .startsWith("CFG-004  aludel.file-template puts new files into folders");
        project.write(
                "aludel.properties",
                "aludel.directory=versions, audit\naludel.recursive=true\naludel.script.format=sql\n"
                        + "aludel.file-template=y%{year}/%{rev}_%{slug}\n");
        assertThat(revision("--rev-id", "cccc1111")).matches("Wrote audit/y20\\d\\d/cccc1111_more.sql\n");
        assertThat(revision("--rev-id", "dddd1111")).matches("Wrote audit/y20\\d\\d/dddd1111_more.sql\n");
    }

    @Test
    void aMigrationAsksForTheArgumentsOfTheRun() throws Exception {
        configure("aludel.directory=versions, audit");
        project.write("versions/Tenant.java", """
                import dev.aludel.migration.Migration;
                import dev.aludel.migration.Operations;
                import dev.aludel.migration.Revision;

                @Revision(id = "dddd1111", down = "bbbb1111")
                public final class Tenant implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.argument("tenant").ifPresent(name -> op.execute("CREATE TABLE author_of_" + name + " (id bigint)"));
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);
        assertThat(project.run("upgrade", "head", "-x", "tenant=north").err()).isEmpty();
        assertThat(project.tables()).contains("author_of_north");
    }
}
