package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two developers who change different entities at the same time. */
class GuideTeamTest extends Guide {

    @Test
    void twoDevelopersBranchesAreMerged() {
        String first = initial();
        Path theirs = theirs();
        String text = BookstoreProject.read(theirs);
        BookstoreProject.delete(theirs);
        Path own = own();
        migrate();
        pull(theirs, text);

        assertThat(project.aludel("heads").exits(0).out()).contains(id(own), id(theirs));
        project.aludel("upgrade", "head")
                .exits(1)
                .warns("REV-005", "Multiple head revisions are present", id(own), id(theirs), "aludel merge heads");
        project.aludel("revision", "-m", "On top").exits(1).warns("REV-005");
        assertThat(project.catalogue().column("author", "email")).isEmpty();

        Path merge = project.written(project.aludel("merge", "heads", "-m", "Merge migration branches")
                .exits(0));
        assertThat(BookstoreProject.read(merge)).contains(id(own), id(theirs));
        migrate();
        assertThat(version()).containsExactly(id(merge) + " (head), Merge migration branches");
        assertThat(project.catalogue().column("author", "email")).isNotEmpty();
        assertThat(project.catalogue().column("book", "pages")).isNotEmpty();
        assertModelsAgree();
        project.aludel("branches").exits(0).prints(first);
        project.aludel("downgrade", first).exits(0);
        assertThat(project.catalogue().column("author", "email")).isEmpty();
        assertThat(project.catalogue().column("book", "pages")).isEmpty();
    }

    @Test
    void anAppliedMigrationIsRolledBackBeforeItIsRegenerated() {
        initial();
        Path theirs = theirs();
        String text = BookstoreProject.read(theirs);
        BookstoreProject.delete(theirs);
        Path own = own();
        migrate();
        pull(theirs, text);

        rollback();
        BookstoreProject.delete(own);
        migrate();
        migration("Add pages");
        migrate();
        assertThat(project.catalogue().column("author", "email")).isNotEmpty();
        assertThat(project.catalogue().column("book", "pages")).isNotEmpty();
        assertModelsAgree();
    }

    private Path theirs() {
        project.edit(AUTHOR, field("private String email;"));
        Path file = migration("Add email");
        project.edit(AUTHOR, replace("    private String email;\n\n", ""));
        return file;
    }

    private Path own() {
        project.edit(BOOK, field("private Integer pages;"));
        return migration("Add pages");
    }

    private void pull(Path file, String text) {
        BookstoreProject.write(file, text);
        project.edit(AUTHOR, field("private String email;"));
    }
}
