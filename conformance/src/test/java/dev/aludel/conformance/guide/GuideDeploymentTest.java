package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Databases that hold something already: taken over, stamped, refusing a change. */
class GuideDeploymentTest extends Guide {

    @Test
    void aDatabaseThatHibernateCreatedIsStamped() {
        String first = id(migration("Initial migration"));
        project.createSchemaWithHibernate();
        List<String> created = project.catalogue().everything();
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ursula')");
        project.aludel("stamp", "head").exits(0);
        assertThat(version()).containsExactly(first + " (head), Initial migration");
        assertModelsAgree();
        assertThat(project.catalogue().everything()).isEqualTo(created);
        migrate().prints("Nothing to do");

        project.edit(AUTHOR, field("private String email;"));
        migration("Add email");
        migrate();
        assertThat(rows("SELECT name, email FROM author")).containsExactly("Ursula null");
        assertModelsAgree();
    }

    @Test
    void aSpecificRevisionIsStampedWithoutRunningIt() {
        String first = initial();
        project.edit(AUTHOR, field("private String email;"));
        String second = id(migration("Add email"));
        project.catalogue().execute("ALTER TABLE author ADD COLUMN email varchar(255)");
        project.aludel("stamp", second).exits(0);
        assertThat(version()).containsExactly(second + " (head), Add email");
        assertModelsAgree();
        project.aludel("stamp", first).exits(0);
        assertThat(version()).containsExactly(first + ", Initial migration");
        assertThat(project.catalogue().column("author", "email")).isNotEmpty();
    }

    @Test
    void notNullFailsWhileNullsAreThereAndLeavesNothingBehind() {
        initial();
        project.edit(AUTHOR, field("private String email;"));
        String second = id(migration("Add email"));
        migrate();
        project.catalogue().execute("INSERT INTO author (name) VALUES ('ursula')");
        project.edit(AUTHOR, replace("private String email", "@Column(nullable = false)\n    private String email"));
        Path file = migration("Require email");
        assertThat(BookstoreProject.read(file)).contains("fails if author.email holds nulls");
        project.aludel("upgrade", "head")
                .exits(1)
                .warns("RUN-003", file.getFileName().toString());
        assertThat(version()).containsExactly(second + ", Add email");
        assertThat(project.catalogue().column("author", "email")).contains("nullable");
    }

    @Test
    void valuesThatDoNotFitAreNotCutOff() {
        String first = initial();
        project.catalogue().execute("INSERT INTO author (name) VALUES (repeat('x', 220))");
        project.edit(AUTHOR, replace("@Column(nullable = false)", "@Column(nullable = false, length = 200)"));
        Path file = migration("Shorter names");
        project.aludel("upgrade", "head")
                .exits(1)
                .warns("RUN-003", file.getFileName().toString());
        assertThat(rows("SELECT length(name) FROM author")).containsExactly("220");
        assertThat(version()).containsExactly(first + ", Initial migration");
    }
}
