package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflows of docs/guide.md, typed as they stand there, with the server's catalogue asked after each step. */
class GuideWalkthroughTest {
    private BookstoreProject project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = BookstoreProject.create(directory);
        autogenerate("Initial migration");
        upgrade();
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private Path autogenerate(String message, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "revision";
        arguments[1] = "--autogenerate";
        arguments[2] = "-m";
        arguments[3] = message;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return project.written(project.aludel(arguments).exits(0));
    }

    private Path manual(String message, String... body) {
        Path file = project.written(project.aludel("revision", "-m", message).exits(0));
        project.edit(
                file,
                text -> text.replace("upgrade(Operations op) {}", "upgrade(Operations op) {\n" + body[0] + "\n}")
                        .replace("downgrade(Operations op) {}", "downgrade(Operations op) {\n" + body[1] + "\n}"));
        return file;
    }

    private void upgrade() {
        project.aludel("upgrade", "head").exits(0);
    }

    private void rollback() {
        project.aludel("downgrade", "-1").exits(0);
    }

    private static UnaryOperator<String> field(String declaration) {
        return text ->
                text.replace("    protected Author() {}", "    " + declaration + "\n\n    protected Author() {}");
    }

    private void author(String declaration) {
        project.edit("models/Author.java", field(declaration));
    }

    private String id(Path migration) {
        return migration.getFileName().toString().split("_", -1)[2];
    }

    /** Up, down and up again: the catalogue is as before each time. */
    private void upDownUp(List<String> before) {
        List<String> after = project.catalogue().everything();
        rollback();
        assertThat(project.catalogue().everything()).isEqualTo(before);
        upgrade();
        assertThat(project.catalogue().everything()).isEqualTo(after);
    }

    @Test
    void quickStart() {
        assertThat(project.catalogue().columns("author"))
                .containsExactly("id bigint not-null identity", "name character varying(255) not-null -");
        assertThat(project.catalogue().constraints("book"))
                .contains("fk_book_author FOREIGN KEY (author_id) REFERENCES author(id)");

        project.aludel("current").exits(0).prints("(head), Initial migration");
        project.aludel("history").exits(0).prints("<base> -> ", "(head), Initial migration");
        rollback();
        assertThat(project.catalogue().tables()).isEmpty();
        project.aludel("current").exits(0).prints("<base>");
        upgrade();
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
        project.aludel("check").exits(0).prints("models and database agree");
    }

    @Test
    void addAColumn() {
        List<String> before = project.catalogue().everything();
        author("private String email;");
        project.aludel("check").exits(3).prints("add column author.email varchar(255)");

        Path file = autogenerate("Add email field to Author");

        assertThat(file.getFileName().toString()).matches("M\\d{8}_\\d{4}_[0-9a-f]{12}_add_email_field_to_author.java");
        assertThat(file)
                .content()
                .contains("/** Add email field to Author. */")
                .contains("op.addColumn(\"author\", column(\"email\", varchar(255)));")
                .contains("op.dropColumn(\"author\", \"email\");");
        upgrade();
        assertThat(project.catalogue().column("author", "email")).isEqualTo("email character varying(255) nullable -");
        upDownUp(before);
        project.aludel("check").exits(0);
    }

    @Test
    void noModelDifferenceWritesNoFile() {
        int files = project.migrations().size();

        project.aludel("revision", "--autogenerate", "-m", "Nothing")
                .exits(0)
                .prints("No model difference: no file was written.");

        assertThat(project.migrations()).hasSize(files);
    }

    @Test
    void removeAColumnThatComesBackWhole() {
        author("@Column(nullable = false, unique = true, length = 40) @org.hibernate.annotations.ColumnDefault(\"'x'\")"
                + " private String bio;");
        autogenerate("Add bio to Author");
        upgrade();
        List<String> before = project.catalogue().everything();
        assertThat(project.catalogue().column("author", "bio")).startsWith("bio character varying(40) not-null 'x'");
        project.edit("models/Author.java", text -> text.replaceAll(".*private String bio;\n", ""));

        CommandRun run = project.aludel("revision", "--autogenerate", "-m", "Remove bio from Author")
                .exits(0)
                .prints("drop column author.bio", "(destructive)")
                .warns("destructive: drops the column author.bio and its data");

        assertThat(project.written(run)).content().contains("// destructive: drops the column author.bio and its data");
        upgrade();
        assertThat(project.catalogue().column("author", "bio")).isEmpty();
        upDownUp(before);
    }

    @Test
    void renameByHandKeepsTheRows() {
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ann')");
        project.edit(
                "models/Author.java",
                text -> text.replace("private String name", "@Column(name = \"full_name\") private String name")
                        .replace("@Column(nullable = false)\n", ""));
        manual(
                "Rename name",
                "op.renameColumn(\"author\", \"name\", \"full_name\");",
                "op.renameColumn(\"author\", \"full_name\", \"name\");");
        upgrade();
        assertThat(project.catalogue().query("SELECT full_name FROM author")).containsExactly("Ann");
        project.aludel("check").exits(0);
        rollback();
        assertThat(project.catalogue().query("SELECT name FROM author")).containsExactly("Ann");
    }

    @Test
    void renameWithAHintKeepsTheRows() {
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ann')");
        project.edit(
                "models/Author.java",
                text -> text.replace("private String name", "@Column(name = \"full_name\") private String name")
                        .replace("@Column(nullable = false)\n", ""));

        Path file = autogenerate("Full names", "--rename", "author.name:full_name");

        assertThat(file).content().contains("op.renameColumn(\"author\", \"name\", \"full_name\");");
        upgrade();
        assertThat(project.catalogue().query("SELECT full_name FROM author")).containsExactly("Ann");
        project.aludel("check").exits(0);
    }

    @Test
    void aRenameWithoutAHintIsSuspected() {
        project.edit(
                "models/Author.java",
                text -> text.replace("private String name", "@Column(name = \"full_name\") private String name")
                        .replace("@Column(nullable = false)\n", ""));

        project.aludel("revision", "--autogenerate", "-m", "Full names")
                .exits(0)
                .warns("--rename author.name:full_name");
    }

    @Test
    void changeALengthAndAType() {
        List<String> before = project.catalogue().everything();
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ann')");
        project.edit(
                "models/Author.java",
                text -> text.replace("@Column(nullable = false)", "@Column(nullable = false, length = 200)"));
        project.edit(
                "models/Book.java", text -> text.replace("precision = 10, scale = 2", "precision = 12, scale = 3"));

        Path file = autogenerate("Change lengths");

        assertThat(file)
                .content()
                .contains("op.alterColumn(\"author\", \"name\").type(varchar(200));")
                .contains("op.alterColumn(\"book\", \"price\").type(numeric(12, 3));")
                .contains("// destructive: ");
        upgrade();
        assertThat(project.catalogue().column("author", "name")).startsWith("name character varying(200)");
        assertThat(project.catalogue().column("book", "price")).startsWith("price numeric(12,3)");
        assertThat(project.catalogue().query("SELECT name FROM author")).containsExactly("Ann");
        upDownUp(before);
    }

    @Test
    void addAnIndex() {
        List<String> before = project.catalogue().everything();
        project.edit(
                "models/Author.java",
                text -> text.replace(
                        "@Table(name = \"author\")",
                        "@Table(name = \"author\", indexes = @jakarta.persistence.Index(name = \"ix_author_name\", columnList = \"name\"))"));

        autogenerate("Add index on author name");
        upgrade();

        assertThat(project.catalogue().indexes("author"))
                .contains("CREATE INDEX ix_author_name ON public.author USING btree (name)");
        upDownUp(before);
    }

    @Test
    void aNewEntityIsFoundWithoutBeingListed() {
        project.write("models/Publisher.java", """
                package com.example.bookstore.models;

                import jakarta.persistence.*;

                @Entity
                @SequenceGenerator(name = "numbers", sequenceName = "publisher_numbers", allocationSize = 20)
                public class Publisher {
                    @Id @GeneratedValue(generator = "numbers") Long id;
                    @Column(nullable = false, unique = true) String houseName;
                    @ManyToOne Author founder;
                }
                """);
        Path file = autogenerate("Add publisher");
        assertThat(file).content().contains("op.createSequence(\"publisher_numbers\").increment(20);");
        upgrade();
        assertThat(project.catalogue().columns("publisher"))
                .containsExactly(
                        "id bigint not-null -",
                        "house_name character varying(255) not-null -",
                        "founder_id bigint nullable -");
        assertThat(project.catalogue().constraints("publisher"))
                .containsExactly(
                        "fk_publisher_founder_id_author FOREIGN KEY (founder_id) REFERENCES author(id)",
                        "pk_publisher PRIMARY KEY (id)",
                        "uk_publisher_house_name UNIQUE (house_name)");
        project.aludel("check").exits(0);
        rollback();
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
        assertThat(project.catalogue()
                        .query("SELECT relname FROM pg_class WHERE relkind = 'S' AND relname LIKE 'publisher%'"))
                .isEmpty();
    }

    @Test
    void threePhasesWithoutDowntime() {
        project.catalogue().execute("INSERT INTO author (name) VALUES ('Ann'), ('Bob')");
        author("private String email;");
        autogenerate("Add email");
        upgrade();
        manual("Backfill emails", "op.execute(\"UPDATE author SET email = name || '@example.com'\");", "");
        upgrade();
        assertThat(project.catalogue().query("SELECT email FROM author ORDER BY name"))
                .containsExactly("Ann@example.com", "Bob@example.com");
        project.edit(
                "models/Author.java",
                text -> text.replace("private String email", "@Column(nullable = false) private String email"));

        CommandRun run = project.aludel("revision", "--autogenerate", "-m", "Emails are required")
                .exits(0);

        assertThat(project.written(run)).content().contains("op.alterColumn(\"author\", \"email\").notNull();");
        upgrade();
        assertThat(project.catalogue().column("author", "email")).contains("not-null");
        assertThat(project.catalogue().query("SELECT count(*) FROM author")).containsExactly("2");
        project.aludel("downgrade", "-3").exits(0);
        assertThat(project.catalogue().query("SELECT name FROM author ORDER BY name"))
                .containsExactly("Ann", "Bob");
    }

    @Test
    void upAndDownToSpecificRevisions() {
        author("private String email;");
        Path second = autogenerate("Add email");
        upgrade();
        Path third = manual("Third", "op.execute(\"CREATE TABLE third (id int)\");", "op.dropTable(\"third\");");

        project.aludel("upgrade", id(third)).exits(0);
        assertThat(project.catalogue().tables()).contains("third");
        project.aludel("downgrade", id(second).substring(0, 6)).exits(0);
        assertThat(project.catalogue().tables()).doesNotContain("third");
        assertThat(project.catalogue().column("author", "email")).isNotEmpty();
        project.aludel("upgrade", "+1").exits(0);
        project.aludel("show", "head").exits(0).prints("Rev: " + id(third), "Parent: " + id(second), "Third");
        project.aludel("downgrade", "base").exits(0);
        assertThat(project.catalogue().tables()).isEmpty();
    }

    @Test
    void sqlMigrationsStandInTheSameGraph() throws Exception {
        CommandRun run = project.aludel("revision", "-m", "Audit trail", "--format", "sql")
                .exits(0);
        Path file = project.written(run);
        assertThat(file.toString()).endsWith(".sql");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "-- upgrade\n",
                                "-- upgrade\nCREATE TABLE audit (what text DEFAULT 'a;b');\n"
                                        + "CREATE FUNCTION audited() RETURNS int LANGUAGE sql AS $f$ SELECT 1; $f$;\n")
                        .replace("-- downgrade\n", "-- downgrade\nDROP FUNCTION audited();\nDROP TABLE audit;\n"));
        upgrade();
        assertThat(project.catalogue().tables()).containsExactly("audit", "author", "book");
        assertThat(project.catalogue().query("SELECT audited()")).containsExactly("1");
        rollback();
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
        project.aludel("history").exits(0).prints("Audit trail", "Initial migration");
    }
}
