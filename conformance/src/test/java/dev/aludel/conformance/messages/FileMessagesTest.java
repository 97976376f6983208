package dev.aludel.conformance.messages;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be wrong with migration files before one of them runs. */
class FileMessagesTest {
    private static final String FIRST = "aaaa11112222";
    private static final String SECOND = "bbbb11112222";

    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = Project.create().migration(FIRST, "", "CREATE TABLE author (id bigint PRIMARY KEY);");
    }

    @AfterEach
    void end() throws Exception {
        project.close();
    }

    private void java(String header) throws Exception {
        project.write("versions/M_broken.java", """
                package versions;

                import dev.aludel.migration.*;

                /** Broken. */
                %s
                public class M_broken implements Migration {
                    public void upgrade(Operations op) {}
                    public void downgrade(Operations op) {}
                }
                """.formatted(header));
    }

    @Test
    void sqlHeaderWithoutARevision() throws Exception {
        project.write("versions/broken.sql", "-- down: aaaa11112222\n-- message: Broken\n-- upgrade\n-- downgrade\n");
        project.refuses("file/sql-no-revision", "upgrade", "head");
    }

    @Test
    void sqlHeaderWithAnUnknownKey() throws Exception {
        project.write("versions/broken.sql", "-- revision: b1\n-- parent: aaaa11112222\n-- upgrade\n-- downgrade\n");
        project.refuses("file/sql-unknown-key", "history");
    }

    @Test
    void sqlHeaderWithAWrongTime() throws Exception {
        project.write("versions/broken.sql", "-- revision: b1\n-- created: yesterday\n-- upgrade\n-- downgrade\n");
        project.refuses("file/sql-wrong-time", "upgrade", "head");
    }

    @Test
    void sqlWithoutADowngradeSection() throws Exception {
        project.write("versions/broken.sql", "-- revision: b1\n-- upgrade\nSELECT 1;\n");
        project.refuses("file/sql-no-downgrade", "upgrade", "head");
    }

    @Test
    void sqlBeforeTheUpgradeSection() throws Exception {
        project.write("versions/broken.sql", "-- revision: b1\nSELECT 1;\n-- upgrade\n-- downgrade\n");
        project.refuses("file/sql-before-section", "upgrade", "head");
    }

    @Test
    void javaHeaderWithoutAnId() throws Exception {
        java("@Revision(down = \"aaaa11112222\")");
        project.refuses("file/java-no-id", "upgrade", "head");
    }

    @Test
    void javaHeaderThatIsNotLiteral() throws Exception {
        java("@Revision(id = Ids.NEXT)");
        project.refuses("file/java-not-literal", "upgrade", "head");
    }

    @Test
    void javaHeaderWithAnUnknownName() throws Exception {
        java("@Revision(id = \"bbbb\", parent = \"aaaa11112222\")");
        project.refuses("file/java-unknown-name", "heads");
    }

    @Test
    void javaHeaderThatNeverEnds() throws Exception {
        java("@Revision(id = \"bbbb");
        project.refuses("file/java-unterminated", "upgrade", "head");
    }

    @Test
    void severalFilesAreBroken() throws Exception {
        java("@Revision(down = \"aaaa11112222\")");
        project.write("versions/broken.sql", "-- revision: b1\n-- upgrade\n");
        project.refuses("file/several-broken", "upgrade", "head");
    }

    @Test
    void twoFilesWithOneId() throws Exception {
        project.write("versions/copy.sql", Project.sql(FIRST, "", "SELECT 1;"));
        project.refuses("file/duplicate-id", "upgrade", "head");
    }

    @Test
    void missingParent() throws Exception {
        project.migration(SECOND, "aaaa11112223", "SELECT 1;");
        project.refuses("file/missing-parent", "upgrade", "head");
    }

    @Test
    void cycle() throws Exception {
        project.migration(FIRST, "cccc11112222", "SELECT 1;")
                .migration(SECOND, FIRST, "SELECT 1;")
                .migration("cccc11112222", SECOND, "SELECT 1;");
        project.refuses("file/cycle", "upgrade", "head");
    }

    @Test
    void ownParent() throws Exception {
        project.migration(SECOND, SECOND, "SELECT 1;");
        project.refuses("file/self-loop", "history");
    }

    @Test
    void reservedId() throws Exception {
        project.migration("head", FIRST, "SELECT 1;");
        project.refuses("file/reserved-id", "upgrade", "heads");
    }

    @Test
    void javaThatDoesNotCompile() throws Exception {
        project.javaMigration(SECOND, FIRST, """
                op.addColumn("author", column("name", varchar(100)));
                op.dropTabel("author");
                int count = "three";""");
        project.refuses("file/not-compiling", "upgrade", "head");
    }

    @Test
    void javaThatIsNoMigration() throws Exception {
        project.write("versions/M_plain.java", """
                package versions;

                import dev.aludel.migration.Revision;

                /** Plain. */
                @Revision(id = "bbbb11112222", down = "aaaa11112222")
                public class M_plain {}
                """);
        project.refuses("file/not-a-migration", "upgrade", "head");
    }

    @Test
    void fileThatIsNotUtf8() throws Exception {
        byte[] text = Project.sql(SECOND, FIRST, "INSERT INTO author VALUES (1);\n-- caf\u00e9")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(project.directory.resolve("versions/latin.sql"), text);
        project.refuses("file/not-utf8", "upgrade", "head");
    }

    @Test
    void directoryIsAFile() throws Exception {
        project.write("notes.txt", "not a directory\n");
        project.refuses("file/directory-is-a-file", "revision", "-m", "Next", "--directory", "notes.txt");
    }

    @Test
    void directoryBelowAFile() throws Exception {
        project.write("notes.txt", "not a directory\n");
        project.refuses(
                "file/directory-below-a-file",
                "revision",
                "-m",
                "Next",
                "--rev-id",
                "b1",
                "--directory",
                "notes.txt/versions");
    }

    @Test
    void directoryIsReadOnly() throws Exception {
        Path versions = project.directory.resolve("versions");
        Files.setPosixFilePermissions(versions, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(versions), "root may write everywhere; directoryBelowAFile stands for this");
            project.refuses("file/directory-read-only", "revision", "-m", "Next", "--rev-id", "b1");
        } finally {
            Files.setPosixFilePermissions(versions, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void noDirectoryConfigured() throws Exception {
        project.write("aludel.properties", "");
        project.refuses("file/no-directory", "upgrade", "head");
    }

    @Test
    void directoryIsNotThere() throws Exception {
        project.refuses("file/directory-missing", "upgrade", "head", "--directory", "migratoins");
    }

    @Test
    void idIsTaken() throws Exception {
        project.refuses("file/id-taken", "revision", "-m", "Again", "--rev-id", FIRST);
    }

    @Test
    void idIsNotLegal() throws Exception {
        project.refuses("file/id-illegal", "revision", "-m", "Again", "--rev-id", "a b@c");
    }
}
