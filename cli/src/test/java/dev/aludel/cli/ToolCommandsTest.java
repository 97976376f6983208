package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around migrations: edit, ensure-version, completion, and the password on standard input. */
class ToolCommandsTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        project.migration("bbbb1111", "aaaa1111", "", "");
    }

    @Test
    void editOpensTheFileInTheUsersEditor() throws Exception {
        Path editor = directory.resolve("editor.sh");
        Files.writeString(editor, "#!/bin/sh\nfor file; do last=$file; done\necho \"-- edited $1\" >> \"$last\"\n");
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        project.environment.put("EDITOR", editor + " -w");

        assertThat(project.run("edit", "head").exitCode()).isZero();
        assertThat(directory.resolve("versions/bbbb1111.sql")).content().endsWith("-- edited -w\n");

        assertThat(project.run("upgrade", "aaaa1111").exitCode()).isZero();
        assertThat(project.run("edit", "current").exitCode()).isZero();
        assertThat(directory.resolve("versions/aaaa1111.sql")).content().endsWith("-- edited -w\n");
    }

    @Test
    void editSaysWhatStandsInItsWay() {
        assertThat(project.run("edit", "base").err())
                .startsWith("REV-001  No revision files indicated by symbol 'base'.");
        assertThat(project.run("edit", "nope").err()).startsWith("REV-001  Can't locate revision identified by 'nope'");
        assertThat(project.run("edit", "head").err()).startsWith("CFG-007  No suitable editor found.");
        project.environment.put("VISUAL", "no-such-editor");
        CommandLineFixture.Result result = project.run("edit", "head");
        assertThat(result.err()).startsWith("CFG-007  The editor 'no-such-editor' cannot be started.");
        assertThat(result.exitCode()).isEqualTo(1);
        project.environment.put("VISUAL", "false");
        assertThat(project.run("edit", "head").err()).startsWith("CFG-007  The editor ended with exit code 1.");
    }

    @Test
    void ensureVersionCreatesTheTablesAndNothingElse() throws Exception {
        assertThat(project.run("ensure-version").out()).isEqualTo("Aludel's tables are created.\n");
        assertThat(project.tables()).containsExactly("aludel_history", "aludel_log");
        assertThat(project.run("ensure-version").out()).isEqualTo("Aludel's tables are there already.\n");
        assertThat(project.run("ensure-version", "--format", "json").out()).contains("\"created\": false");
    }

    @Test
    void theLogTellsWhatWasDone() throws Exception {
        assertThat(project.run("log").err()).isEqualTo("Aludel has done nothing to this database yet.\n");
        project.migration("cccc1111", "bbbb1111", "CREATE TABLE author (id bigint);", "");
        assertThat(project.run("upgrade", "head").exitCode()).isEqualTo(1);
        assertThat(project.run("downgrade", "-1").exitCode()).isZero();

        String log = project.run("log").out();
        assertThat(log.replaceAll("(?m)^[0-9-]{10} [0-9:]{8}  ", "").replaceAll(" +\\d+ ms  \\w+", ""))
                .isEqualTo("""
                upgrade    aaaa1111  done
                upgrade    bbbb1111  done
                upgrade    cccc1111  failed
                    RUN-003  Statement 1 of 1 failed while upgrading to cccc1111 (change cccc1111).
                downgrade  bbbb1111  done
                """);
        assertThat(project.run("log", "--limit", "1").out()).hasLineCount(1).contains("downgrade");
        assertThat(project.run("log", "-v").out())
                .contains("    db     PostgreSQL: relation \"author\" already exists");
        assertThat(project.run("log", "--format", "json").out())
                .contains("\"action\": \"upgrade\"", "\"result\": \"failed\"", "\"revision\": \"cccc1111\"");
    }

    @Test
    void thePasswordMayComeThroughStandardInput() {
        project.environment.remove("ALUDEL_PASSWORD");
        project.environment.put("ALUDEL_USER", "guarded");
        project.input = "another\nand more\n";
        assertThat(project.run("current", "--password-stdin").out()).isEqualTo("<base>\n");
        project.input = "wrong\n";
        assertThat(project.run("current", "--password-stdin").err()).startsWith("DBS-002");
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Path script = Files.writeString(
                directory.resolve("completion.bash"),
                project.run("completion", "bash").out());
        assertThat(complete(script, "aludel", "up")).isEqualTo("upgrade");
        assertThat(complete(script, "aludel", "history", "--indicate")).isEqualTo("--indicate-current");
        assertThat(project.run("completion", "zsh").out()).contains("bashcompinit");
    }

    @Test
    void fishIsToldEveryCommandAndOption() {
        assertThat(project.run("completion", "fish").out())
                .startsWith("# Completion of aludel for fish")
                .contains("complete -c aludel -n __fish_use_subcommand -a upgrade -d 'Brings the database forward")
                .contains("-n '__fish_seen_subcommand_from history' -s r -l rev-range -x -d ")
                .contains("-n '__fish_seen_subcommand_from upgrade' -s c -l config -r -F -d ");
        assertThat(project.run("completion", "tcsh").exitCode()).isEqualTo(2);
    }

    /** What bash would offer for these words, the last one being typed. */
    private static String complete(Path script, String... words) throws Exception {
        String line = String.join(" ", words);
        // outside of a real completion, bash refuses compopt
        String code =
                "compopt() { :; }; source '" + script + "'; COMP_WORDS=(" + line + "); COMP_CWORD=" + (words.length - 1)
                        + "; COMP_LINE='" + line + "'; COMP_POINT=" + line.length()
                        + "; _complete_aludel aludel '" + words[words.length - 1] + "' ''; echo \"${COMPREPLY[*]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", code)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.strip();
    }
}
