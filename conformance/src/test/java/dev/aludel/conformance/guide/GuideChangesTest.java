package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes that carry more than one thing along: constraints, rows, conversions, two languages. */
class GuideChangesTest extends Guide {

    @Test
    void aColumnIsAddedAndRemovedAgain() {
        initial();
        List<String> before = project.catalogue().everything();
        project.edit(
                AUTHOR,
                field("@Column(nullable = false, length = 80)\n"
                        + "    @org.hibernate.annotations.ColumnDefault(\"'unknown'\")\n    private String bio;"));
        project.edit(
                AUTHOR,
                replace(
                        "@Table(name = \"author\")",
                        "@Table(name = \"author\","
                                + " uniqueConstraints = @jakarta.persistence.UniqueConstraint("
                                + "name = \"uq_author_bio\", columnNames = {\"name\", \"bio\"}),"
                                + " indexes = @jakarta.persistence.Index(name = \"ix_author_bio\", columnList = \"bio\"),"
                                + " check = @jakarta.persistence.CheckConstraint("
                                + "name = \"ck_author_bio\", constraint = \"bio <> ''\"))"));
        migration("Add bio to Author");
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ursula')");
        migrate();
        assertThat(project.catalogue().column("author", "bio"))
                .isEqualTo("bio character varying(80) not-null 'unknown'::character varying");
        assertThat(rows("SELECT bio FROM author")).containsExactly("unknown");
        List<String> grown = project.catalogue().everything();
        assertModelsAgree();

        project.edit(
                AUTHOR,
                text -> text.replaceFirst("(?s)    @Column\\([^\n]*80\\).*?bio;\n\n", "")
                        .replaceFirst("@Table\\(name = \"author\",[^\n]*", "@Table(name = \"author\")"));
        CommandRun run = project.aludel("revision", "--autogenerate", "-m", "Remove bio from Author")
                .exits(0)
                .prints("drop column author.bio   (destructive)");
        Path file = project.written(run);
        assertThat(BookstoreProject.read(file)).contains("// destructive: drops the column author.bio and its data");
        migrate();
        assertThat(project.catalogue().everything()).isEqualTo(before);
        assertModelsAgree();
        rollback();
        assertThat(project.catalogue().everything()).isEqualTo(grown);
    }

    @Test
    void aTableIsRenamedByHint() {
        initial();
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ursula')");
        project.catalogue().execute("INSERT INTO book (title, author_id) SELECT 'Tehanu', id FROM author");
        project.edit(AUTHOR, replace("@Table(name = \"author\")", "@Table(name = \"writer\")"));
        Path file = migration("Writers", "--rename", "author:writer");
        assertThat(BookstoreProject.read(file)).contains("op.renameTable(\"author\", \"writer\");");
        migrate();
        assertThat(project.catalogue().tables()).containsExactly("book", "writer");
        assertThat(rows("SELECT w.name, b.title FROM writer w JOIN book b ON b.author_id = w.id"))
                .containsExactly("Ursula Tehanu");
        assertModelsAgree();
        rollback();
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
    }

    @Test
    void aColumnGetsAnotherType() {
        initial();
        project.edit(BOOK, field("private Integer pages;"));
        migration("Add pages");
        migrate();
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ursula')");
        project.catalogue().execute("INSERT INTO book (title, author_id, pages) SELECT 'Tehanu', id, 226 FROM author");
        project.edit(BOOK, replace("private Integer pages;", "private Long pages;"));
        migration("Thicker books");
        migrate();
        assertThat(project.catalogue().column("book", "pages")).isEqualTo("pages bigint nullable -");
        project.edit(BOOK, replace("private Long pages;", "private String pages;"));
        migration("Roman page numbers");
        migrate();
        assertThat(project.catalogue().column("book", "pages")).isEqualTo("pages character varying(255) nullable -");
        assertThat(rows("SELECT pages FROM book")).containsExactly("226");
        assertModelsAgree();
    }

    /** PostgreSQL converts text to numbers only where it is told how: the file says so, in both directions. */
    @Test
    void aTypeChangeThatNeedsAConversionGoesDownAgain() {
        initial();
        project.edit(BOOK, field("private String pages;"));
        migration("Add pages");
        migrate();
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ursula')");
        project.catalogue()
                .execute("INSERT INTO book (title, author_id, pages) SELECT 'Tehanu', id, '226' FROM author");
        project.edit(BOOK, replace("private String pages;", "private Integer pages;"));
        migration("Count pages");
        migrate();
        assertThat(project.catalogue().column("book", "pages")).isEqualTo("pages integer nullable -");
        assertModelsAgree();
        rollback();
        assertThat(project.catalogue().column("book", "pages")).isEqualTo("pages character varying(255) nullable -");
        assertThat(rows("SELECT pages FROM book")).containsExactly("226");
    }

    @Test
    void anSqlMigrationStandsInTheSameGraph() {
        String first = initial();
        List<String> before = project.catalogue().everything();
        project.edit(AUTHOR, field("private String email;"));
        Path file = migration("Add email", "--format", "sql");
        assertThat(file.toString()).endsWith(".sql");
        assertThat(BookstoreProject.read(file))
                .contains("-- down:     " + first, "-- upgrade\nALTER TABLE", "-- downgrade\n");
        migrate();
        assertThat(project.catalogue().column("author", "email")).isNotEmpty();
        project.edit(AUTHOR, field("private String bio;"));
        Path java = migration("Add bio");
        assertThat(BookstoreProject.read(java)).contains("down = \"" + id(file) + "\"");
        migrate();
        assertModelsAgree();
        project.aludel("downgrade", first).exits(0);
        assertThat(project.catalogue().everything()).isEqualTo(before);
        migrate();
        assertModelsAgree();
    }
}
