package dev.aludel.conformance.messages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three errors that everybody meets, each with the remedy for its own case. */
class GuideErrorsTest {
    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = Project.create()
                .migration("aaaa11112222", "", "CREATE TABLE author (id bigint PRIMARY KEY);")
                .migration("bbbb11112222", "aaaa11112222", "ALTER TABLE author ADD COLUMN name text;");
    }

    @AfterEach
    void end() throws Exception {
        project.close();
    }

    private void secondHead() throws Exception {
        project.migration("cccc11112222", "aaaa11112222", "CREATE TABLE book (id bigint PRIMARY KEY);");
    }

    @Test
    void notUpToDateForANewMigration() throws Exception {
        project.succeed("upgrade", "aaaa");
        project.refuses("guide/not-up-to-date-revision", "revision", "--autogenerate", "-m", "Add title");
    }

    @Test
    void notUpToDateForACheck() throws Exception {
        project.refuses("guide/not-up-to-date-check", "check");
    }

    @Test
    void notUpToDateWithTwoHeads() throws Exception {
        secondHead();
        project.refuses("guide/not-up-to-date-two-heads", "check");
    }

    @Test
    void unknownRevision() throws Exception {
        project.refuses("guide/unknown-revision", "upgrade", "xyz");
    }

    @Test
    void unknownRevisionThatIsNearlyAKnownOne() throws Exception {
        project.succeed("upgrade", "head");
        project.refuses("guide/unknown-revision-near", "downgrade", "aaaa11112223");
    }

    @Test
    void unknownRevisionForAStamp() throws Exception {
        project.refuses("guide/unknown-revision-stamp", "stamp", "xyz");
    }

    @Test
    void unknownRevisionForShow() throws Exception {
        project.refuses("guide/unknown-revision-show", "show", "xyz");
    }

    @Test
    void unknownRevisionAsAParent() throws Exception {
        project.refuses("guide/unknown-revision-head", "revision", "-m", "Next", "--head", "xyz");
    }

    @Test
    void deletedMigrationIsAppliedToTheDatabase() throws Exception {
        project.succeed("upgrade", "head");
        java.nio.file.Files.delete(project.directory.resolve("versions/bbbb11112222.sql"));
        project.refuses("guide/database-ahead-upgrade", "upgrade", "head");
        project.refuses("guide/database-ahead-check", "check");
        project.refuses("guide/database-ahead-current", "current");
        project.refuses("guide/database-ahead-stamp", "stamp", "head");
        project.succeed("downgrade", "-1");
    }

    @Test
    void multipleHeadsForAnUpgrade() throws Exception {
        secondHead();
        project.refuses("guide/multiple-heads-upgrade", "upgrade", "head");
    }

    @Test
    void multipleHeadsForANewMigration() throws Exception {
        secondHead();
        project.refuses("guide/multiple-heads-revision", "revision", "-m", "Next");
    }

    @Test
    void multipleHeadsForAStamp() throws Exception {
        secondHead();
        project.refuses("guide/multiple-heads-stamp", "stamp", "head");
    }

    @Test
    void severalRevisionsBeginSo() throws Exception {
        project.migration("aaaa33334444", "bbbb11112222", "SELECT 1;");
        project.refuses("guide/ambiguous-prefix", "upgrade", "aaaa");
    }

    @Test
    void fartherThanTheFilesReach() throws Exception {
        project.refuses("guide/out-of-range", "upgrade", "+5");
    }

    @Test
    void mergeOfOneHead() throws Exception {
        project.refuses("guide/merge-one-head", "merge", "heads", "-m", "Merge");
    }
}
