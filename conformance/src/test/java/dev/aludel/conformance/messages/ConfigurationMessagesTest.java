package dev.aludel.conformance.messages;

import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be wrong with {@code aludel.properties} and the options that stand for it. */
class ConfigurationMessagesTest {
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
    void unknownProperty() throws Exception {
        project.configure("# the migrations", "aludel.directroy=versions");
        project.refuses("configuration/unknown-property", "upgrade", "head");
    }

    @Test
    void unknownPropertyThatIsLikeNothing() throws Exception {
        project.configure("colour=blue");
        project.refuses("configuration/unknown-property-far", "upgrade", "head");
    }

    @Test
    void severalAtOnce() throws Exception {
        project.configure(
                "aludel.directroy=versions",
                "aludel.lock-timeout=soon",
                "aludel.script.format=kotlin",
                "aludel.passwort=" + PostgresServer.PASSWORD);
        project.refuses("configuration/several", "upgrade", "head");
    }

    @Test
    void illegalDuration() throws Exception {
        project.configure("aludel.lock-timeout=60");
        project.refuses("configuration/illegal-duration", "upgrade", "head");
    }

    @Test
    void illegalTimeZone() throws Exception {
        project.configure("aludel.timezone=Mars/Olympus");
        project.refuses("configuration/illegal-time-zone", "upgrade", "head");
    }

    @Test
    void illegalTemplate() throws Exception {
        project.configure("aludel.file-template=V1");
        project.refuses("configuration/illegal-template", "upgrade", "head");
    }

    @Test
    void illegalSlugLength() throws Exception {
        project.configure("aludel.slug-length=many");
        project.refuses("configuration/illegal-slug-length", "upgrade", "head");
    }

    @Test
    void malformedFile() throws Exception {
        project.configure("aludel.url=C:\\users");
        project.refuses("configuration/malformed", "upgrade", "head");
    }

    @Test
    void fileThatIsNotThere() throws Exception {
        project.refuses("configuration/missing-file", "--config", "other.properties", "upgrade", "head");
    }

    @Test
    void fileOfTheVariableIsNotThere() throws Exception {
        project.environment.put("ALUDEL_CONFIG", "other.properties");
        project.refuses("configuration/missing-file-variable", "upgrade", "head");
    }

    @Test
    void fileIsADirectory() throws Exception {
        project.refuses("configuration/directory", "--config", "versions", "upgrade", "head");
    }

    @Test
    void fileThatIsNotUtf8() throws Exception {
        Files.write(project.directory.resolve("aludel.properties"), new byte[] {'a', '=', (byte) 0xe9, '\n'});
        project.refuses("configuration/not-utf8", "upgrade", "head");
    }

    @Test
    void environmentThatIsNotInTheFile() throws Exception {
        project.configure("aludel.test.url=" + PostgresServer.url(project.database), "aludel.user=clerk");
        project.refuses("configuration/unknown-name", "--name", "tset", "upgrade", "head");
    }

    @Test
    void passwordFileThatIsNotThere() throws Exception {
        project.refuses("configuration/missing-password-file", "current", "--password-file", "secret.txt");
    }
}
