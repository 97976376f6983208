package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a database stands, and names that lead nowhere. */
class GuideStatusTest extends Guide {

    @Test
    void currentAndHistorySayWhereTheDatabaseIs() {
        assertThat(version()).containsExactly("<base>");
        project.aludel("history").exits(0).warns("There are no revisions yet.");
        String first = initial();
        assertThat(version()).containsExactly(first + " (head), Initial migration");
        project.edit(AUTHOR, field("private String email;"));
        String second = id(migration("Add email field to Author"));
        assertThat(version()).containsExactly(first + ", Initial migration");
        project.aludel("current", "--check-heads").exits(3);
        migrate();
        assertThat(version()).containsExactly(second + " (head), Add email field to Author");
        project.aludel("current", "--check-heads").exits(0);
        assertThat(project.aludel("history").exits(0).out().lines())
                .containsExactly(
                        first + " -> " + second + " (head), Add email field to Author",
                        "<base> -> " + first + ", Initial migration");
        rollback();
        assertThat(project.aludel("history", "-i").exits(0).out().lines())
                .containsExactly(
                        first + " -> " + second + " (head) (pending), Add email field to Author",
                        "<base> -> " + first + " (current), Initial migration");
    }

    @Test
    void rollbackOfTheFirstMigrationLeavesAnEmptyDatabase() {
        initial();
        rollback();
        assertThat(project.catalogue().tables()).isEmpty();
        assertThat(version()).containsExactly("<base>");
        project.aludel("downgrade", "-1").exits(1).warns("REV-007");
        migrate();
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
    }

    @Test
    void aNewDeveloperGetsTheSameSchemaInOneStep() {
        initial();
        project.edit(AUTHOR, field("private String email;"));
        migration("Add email");
        migrate();
        List<String> grown = project.catalogue().everything();
        project.database().reset();
        migrate();
        assertThat(project.catalogue().everything()).isEqualTo(grown);
        assertModelsAgree();
    }

    @Test
    void aNameThatNoMigrationHasIsNotGuessed() {
        initial();
        project.aludel("upgrade", "xyz").exits(1).warns("REV-001", "Can't locate revision identified by 'xyz'");
    }

    @Test
    void aMissingParentIsNamedWithTheFileThatNeedsIt() {
        initial();
        project.edit(AUTHOR, field("private String email;"));
        Path middle = migration("Add email");
        migrate();
        project.edit(AUTHOR, field("private String bio;"));
        Path last = migration("Add bio");
        String missing = id(middle);
        BookstoreProject.delete(middle);
        project.aludel("history")
                .exits(1)
                .warns("REV-004", missing, last.getFileName().toString());
        project.aludel("upgrade", "head").exits(1).warns("REV-004");
    }
}
