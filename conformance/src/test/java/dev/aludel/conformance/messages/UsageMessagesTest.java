package dev.aludel.conformance.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of words that it does not understand, and what its help says. */
class UsageMessagesTest {
    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = Project.create().migration("aaaa11112222", "", "CREATE TABLE author (id bigint PRIMARY KEY);");
    }

    @AfterEach
    void end() throws Exception {
        project.close();
    }

    @Test
    void unknownCommand() throws Exception {
        project.refuses("usage/unknown-command", "upgarde", "head");
    }

    @Test
    void unknownCommandThatIsLikeNothing() throws Exception {
        project.refuses("usage/unknown-command-far", "frobnicate");
    }

    @Test
    void noCommand() throws Exception {
        project.refuses("usage/no-command");
    }

    @Test
    void unknownOption() throws Exception {
        project.refuses("usage/unknown-option", "revision", "--autogenrate", "-m", "Add title");
    }

    @Test
    void unknownOptionOfUpgrade() throws Exception {
        project.refuses("usage/unknown-option-upgrade", "upgrade", "--verbos", "head");
    }

    @Test
    void unknownOptionInPlaceOfTheTarget() throws Exception {
        project.refuses("usage/unknown-option-target", "downgrade", "--base");
    }

    @Test
    void unknownOptionThatIsLikeNothing() throws Exception {
        project.refuses("usage/unknown-option-far", "current", "--zzz");
    }

    @Test
    void unknownGlobalOption() throws Exception {
        project.refuses("usage/unknown-global-option", "--usr", "clerk", "current");
    }

    @Test
    void mistypedPasswordIsNotShown() throws Exception {
        project.refuses("usage/mistyped-password", "current", "--pasword=" + "SECRET");
        assertThat(project.run("current", "--pasword=" + PostgresServer.PASSWORD)
                        .exitCode())
                .isEqualTo(2);
        assertThat(project.run("upgrade", "--pasword=" + PostgresServer.PASSWORD, "head")
                        .exitCode())
                .isEqualTo(2);
        assertThat(project.run("upgrade", "--pasword", PostgresServer.PASSWORD, "head")
                        .exitCode())
                .isEqualTo(2);
        assertThat(project.run("--pasword", PostgresServer.PASSWORD, "current").exitCode())
                .isEqualTo(2);
        assertThat(project.run("upgrade", "head", "--pasword", PostgresServer.PASSWORD)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void missingMessage() throws Exception {
        project.refuses("usage/missing-message", "revision");
    }

    @Test
    void mistypedMessage() throws Exception {
        project.refuses("usage/mistyped-message", "revision", "--mesage", "Add title");
    }

    @Test
    void messageWithoutText() throws Exception {
        project.refuses("usage/message-without-text", "revision", "-m");
    }

    @Test
    void missingTarget() throws Exception {
        project.refuses("usage/missing-target", "upgrade");
    }

    @Test
    void twoTargets() throws Exception {
        project.refuses("usage/two-targets", "upgrade", "head", "base");
    }

    @Test
    void unknownFormat() throws Exception {
        project.refuses("usage/unknown-format", "current", "--format", "jsn");
    }

    @Test
    void renameThatIsNone() throws Exception {
        project.succeed("upgrade", "head");
        project.refuses("usage/rename", "revision", "--autogenerate", "-m", "Rename", "--rename", "name");
    }

    @Test
    void rangeThatIsNone() throws Exception {
        project.refuses("usage/range", "history", "-r", "aaaa");
    }

    @Test
    void targetThatIsNone() throws Exception {
        project.refuses("usage/target", "upgrade", "+x");
    }

    @Test
    void helpOfAludel() throws Exception {
        Golden.verify("help/aludel", project.run("--help"), project);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision",
                "upgrade",
                "downgrade",
                "stamp",
                "current",
                "history",
                "heads",
                "branches",
                "show",
                "merge",
                "check"
            })
    void helpOfEveryCommand(String command) throws Exception {
        Outcome help = project.run(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Examples:\n  aludel " + command);
        Golden.verify("help/" + command, help, project);
    }

    @Test
    void jsonErrorOfARevision() throws Exception {
        project.refuses("json/unknown-revision", "upgrade", "xyz", "--format", "json");
    }

    @Test
    void jsonErrorOfTheConfiguration() throws Exception {
        project.configure("aludel.directroy=versions");
        project.refuses("json/unknown-property", "--format", "json", "upgrade", "head");
    }

    @Test
    void jsonErrorOfTheUsage() throws Exception {
        project.refuses("json/unknown-option", "current", "--format", "json", "--zzz");
        project.refuses("json/unknown-option-before", "current", "--zzz", "--format", "json");
        project.refuses("json/unknown-command", "curent", "--format=json");
    }

    @Test
    void jsonErrorOfAStatement() throws Exception {
        project.migration("bbbb11112222", "aaaa11112222", "SELECT nothing;");
        project.succeed("upgrade", "aaaa");
        project.rollsBack("json/statement-fails", "upgrade", "head", "--format", "json");
    }

    @Test
    void jsonDocumentOfADatabaseAhead() throws Exception {
        project.succeed("upgrade", "head");
        java.nio.file.Files.delete(project.directory.resolve("versions/aaaa11112222.sql"));
        project.refuses("json/database-ahead", "current", "--format", "json");
    }
}
