package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aludel.conformance.project.BookstoreProject;
import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says to do when something is in the way. */
class GuideTroublesTest {
    private BookstoreProject project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = BookstoreProject.create(directory);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private Path revision(String... arguments) {
        return project.written(project.aludel(arguments).exits(0));
    }

    private String id(Path migration) {
        return migration.getFileName().toString().split("_", -1)[2];
    }

    private void email() {
        project.edit(
                "models/Author.java",
                text -> text.replace(
                        "    protected Author() {}", "    private String email;\n\n    protected Author() {}"));
    }

    @Test
    void theDatabaseIsNotUpToDate() {
        revision("revision", "--autogenerate", "-m", "Initial migration");
        int files = project.migrations().size();

        project.aludel("revision", "--autogenerate", "-m", "Too early")
                .exits(1)
                .warns("RUN-001  Target database is not up to date.", "Initial migration", "`aludel upgrade head`");

        assertThat(project.migrations()).hasSize(files);
        assertThat(project.catalogue().tables()).isEmpty();
        project.aludel("upgrade", "head").exits(0);
        project.aludel("revision", "--autogenerate", "-m", "Now").exits(0).prints("No model difference");
    }

    @Test
    void aDeletedMigrationIsMissed() {
        revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);
        email();
        Path lost = revision("revision", "--autogenerate", "-m", "Add email");
        project.aludel("upgrade", "head").exits(0);
        String text = BookstoreProject.read(lost);
        BookstoreProject.delete(lost);
        List<String> before = project.catalogue().everything();

        project.aludel("upgrade", "head").exits(5).warns("Can't locate revision identified by '" + id(lost) + "'");
        project.aludel("current").exits(5).prints(id(lost));
        project.aludel("revision", "--autogenerate", "-m", "x").exits(5).warns(id(lost));

        assertThat(project.catalogue().everything()).isEqualTo(before);
        BookstoreProject.write(lost, text);
        project.aludel("downgrade", "-1").exits(0);
        assertThat(project.catalogue().column("author", "email")).isEmpty();
    }

    @Test
    void twoDevelopersBranchesAreMerged() {
        Path first = revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);
        email();
        Path mine = revision("revision", "--autogenerate", "-m", "Add email");
        Path theirs = revision("revision", "-m", "Add audit", "--head", id(first), "--splice");
        project.edit(
                theirs,
                text -> text.replace(
                                "upgrade(Operations op) {}",
                                "upgrade(Operations op) { op.execute(\"CREATE TABLE audit (id int)\"); }")
                        .replace(
                                "downgrade(Operations op) {}",
                                "downgrade(Operations op) { op.dropTable(\"audit\"); }"));

        project.aludel("upgrade", "head")
                .exits(1)
                .warns("Multiple head revisions are present", id(mine), id(theirs), "aludel merge heads -m");
        project.aludel("heads").exits(0).prints(id(mine), id(theirs));
        project.aludel("branches").exits(0).prints(id(first), "(branchpoint)");
        Path merge = revision("merge", "heads", "-m", "Merge migration branches");
        project.aludel("upgrade", "head").exits(0);

        assertThat(project.catalogue().tables()).containsExactly("audit", "author", "book");
        assertThat(project.catalogue().column("author", "email")).isNotEmpty();
        JsonNode current =
                project.aludel("current", "--format", "json").exits(0).json();
        assertThat(current.get("rows")).hasSize(1);
        assertThat(current.get("rows").get(0).asText()).isEqualTo(id(merge));
        project.aludel("downgrade", id(first)).exits(0);
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
        assertThat(project.catalogue().column("author", "email")).isEmpty();
    }

    @Test
    void bothHeadsCanBeAppliedUnmerged() {
        Path first = revision("revision", "--autogenerate", "-m", "Initial migration");
        revision("revision", "-m", "Left");
        revision("revision", "-m", "Right", "--head", id(first), "--splice");

        project.aludel("upgrade", "heads").exits(0);

        assertThat(project.aludel("current", "--format", "json").json().get("rows"))
                .hasSize(2);
    }

    @Test
    void aConflictIsSolvedByGeneratingAgain() {
        revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);
        email();
        Path mine = revision("revision", "--autogenerate", "-m", "Add email");
        Path first = project.migrations().stream()
                .filter(file -> !file.equals(mine))
                .findFirst()
                .orElseThrow();
        Path theirs = revision("revision", "-m", "Pulled from the others", "--head", id(first), "--splice");

        BookstoreProject.delete(mine);
        project.aludel("upgrade", "head").exits(0);
        Path again = revision("revision", "--autogenerate", "-m", "Add email");

        assertThat(again).content().contains("down = \"" + id(theirs) + "\"");
        project.aludel("upgrade", "head").exits(0);
        project.aludel("check").exits(0);
    }

    @Test
    void aDatabaseThatHibernateMadeIsStamped() {
        Path initial = revision("revision", "--autogenerate", "-m", "Initial migration");
        // what hbm2ddl=create sends for these entities, its own constraint names included
        project.catalogue()
                .execute("create table author (id bigint generated by default as identity, name varchar(255) not null,"
                        + " primary key (id));"
                        + " create table book (price numeric(10,2), published date, author_id bigint not null,"
                        + " id bigint generated by default as identity, isbn varchar(13), title varchar(255) not null,"
                        + " primary key (id), constraint uq_book_isbn unique (isbn));"
                        + " create index ix_book_author_id on book (author_id);"
                        + " alter table if exists book add constraint fk_book_author foreign key (author_id)"
                        + " references author;");
        List<String> before = project.catalogue().everything();

        project.aludel("stamp", "head").exits(0);

        project.aludel("current").exits(0).prints(id(initial) + " (head)");
        project.aludel("check").exits(0);
        project.aludel("upgrade", "head").exits(0).prints("Nothing to do");
        assertThat(project.catalogue().everything()).isEqualTo(before);
    }

    @Test
    void theResetOfADevelopmentDatabase() {
        revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);
        List<String> before = project.catalogue().everything();
        project.migrations().forEach(BookstoreProject::delete);
        project.database().reset();

        revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);

        assertThat(project.catalogue().everything()).isEqualTo(before);
    }

    @Test
    void aFailingMigrationLeavesNothing() {
        revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);
        Path broken = revision("revision", "-m", "Broken");
        project.edit(
                broken,
                text -> text.replace(
                        "upgrade(Operations op) {}",
                        "upgrade(Operations op) {\n"
                                + "        op.execute(\"CREATE TABLE half (id int)\");\n"
                                + "        op.dropColumn(\"author\", \"nothing\");\n    }"));
        List<String> before = project.catalogue().everything();

        CommandRun run = project.aludel("upgrade", "head").exits(1);

        assertThat(run.err())
                .contains("RUN-003  Statement 2 of 2 failed while upgrading to " + id(broken) + " (Broken).")
                .containsPattern("at +src/main/java/.*" + id(broken)
                        + "_broken\\.java:\\d+   ALTER TABLE author DROP COLUMN nothing")
                .contains("rolled back");
        assertThat(project.catalogue().everything()).isEqualTo(before);
    }

    @Test
    void noEntities() {
        project.remove("models/Author.java");
        project.remove("models/Book.java");
        project.aludel("revision", "--autogenerate", "-m", "x").exits(2).warns("MOD-001  ", "target/classes");
        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void anEntityThatHibernateRefuses() {
        project.write("models/Shelf.java", """
                package com.example.bookstore.models;

                @jakarta.persistence.Entity
                public class Shelf {
                    String name;
                }
                """);
        project.aludel("revision", "--autogenerate", "-m", "x")
                .exits(1)
                .warns("MOD-002  ", "com.example.bookstore.models.Shelf");
        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void entitiesThatAreNotCompiledOrOlderThanTheirSources() throws Exception {
        Path author = project.directory().resolve("src/main/java/com/example/bookstore/models/Author.java");
        Path compiled = project.directory().resolve("target/classes/com/example/bookstore/models/Author.class");
        BookstoreProject.write(author, BookstoreProject.read(author) + "\n");
        java.nio.file.Files.setLastModifiedTime(
                author, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        project.aludel("revision", "--autogenerate", "-m", "x")
                .exits(1)
                .warns("MOD-004  ", "models/Author.java", "mvn compile");
        BookstoreProject.delete(compiled);
        project.aludel("revision", "--autogenerate", "-m", "x")
                .exits(1)
                .warns("MOD-003  ", "models/Author.java", "mvn compile");
        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void machinesReadJson() {
        revision("revision", "--autogenerate", "-m", "Initial migration");
        project.aludel("upgrade", "head").exits(0);
        email();
        JsonNode check = project.aludel("check", "--format", "json").exits(3).json();
        JsonNode difference = check.get("differences").get(0);
        assertThat(difference.get("kind").asText()).isEqualTo("add_column");
        assertThat(difference.get("sql").get(0).asText()).isEqualTo("ALTER TABLE author ADD COLUMN email varchar(255)");
        assertThat(difference.get("reverse_sql").get(0).asText()).isEqualTo("ALTER TABLE author DROP COLUMN email");
        assertThat(difference.get("destructive").asBoolean()).isFalse();
        JsonNode history =
                project.aludel("history", "-i", "--format", "json").exits(0).json();
        assertThat(history.get("revisions").get(0).fieldNames())
                .toIterable()
                .contains(
                        "id",
                        "down",
                        "depends_on",
                        "branch_labels",
                        "message",
                        "created",
                        "source",
                        "head",
                        "branchpoint",
                        "mergepoint",
                        "applied");
    }
}
