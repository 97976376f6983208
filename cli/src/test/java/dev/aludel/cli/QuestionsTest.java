package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What autogenerate cannot know is said by options, asked at a terminal, or left to be completed; on a real PostgreSQL. */
class QuestionsTest {
    @TempDir
    private Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void prepare() throws Exception {
        project = new CommandLineFixture(directory);
        project.configure("aludel.script.format=sql\naludel.model.source=schema.sql\n");
        project.migration(
                "a1",
                "",
                "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100), bio text);"
                        + "INSERT INTO author VALUES (1, 'Ursula', 'writes');",
                "DROP TABLE author;");
        project.run("upgrade", "head");
    }

    private String written() throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve("versions"))) {
            List<Path> found = files.filter(file -> !file.endsWith("a1.sql") && !file.endsWith("b2.sql"))
                    .sorted()
                    .toList();
            return Files.readString(found.get(found.size() - 1));
        }
    }

    @Test
    void aRenameIsAskedForWithItsScoreAndKeepsTheRows() throws Exception {
        project.write(
                "schema.sql",
                "CREATE TABLE author (id integer PRIMARY KEY, full_name varchar(100), nick varchar(100), bio text);");
        project.answering = true;
        project.input = "7\n1\n";

        CommandLineFixture.Result result = project.run("revision", "--autogenerate", "-m", "Full names");

        assertThat(result.err()).isEqualTo("""
                author.name is there and not wanted. Was it renamed?
                  1  to full_name  (score 94: same type, similar name, same place)
                  2  to nick  (score 68: same type, next place)
                  0  no: drop it with its data
                Number [0]: '7' is none of these numbers.
                Number [0]:""");
        assertThat(result.out()).contains("rename column author.name to full_name", "add column author.nick");
        project.run("upgrade", "head");
        assertThat(project.query("SELECT full_name FROM author")).containsExactly("Ursula");
        assertThat(project.run("check").exitCode()).isZero();
    }

    @Test
    void zeroInAnotherSpellingIsNoNumberOfTheList() throws Exception {
        project.write("schema.sql", "CREATE TABLE author (id integer PRIMARY KEY, full_name varchar(100), bio text);");
        project.answering = true;
        project.input = "00\n1\n";

        CommandLineFixture.Result result = project.run("revision", "--autogenerate", "-m", "Full names");

        assertThat(result.err()).contains("'00' is none of these numbers.");
        assertThat(result.out()).contains("rename column author.name to full_name");
    }

    @Test
    void withoutAnAnswerItIsDroppedOnlyAfterSayingSo() throws Exception {
        project.write("schema.sql", "CREATE TABLE author (id integer PRIMARY KEY, full_name varchar(100), bio text);");
        project.answering = true;

        CommandLineFixture.Result result = project.run("revision", "--autogenerate", "-m", "Full names");

        assertThat(result.err())
                .contains(
                        "drops the column author.name and its data",
                        "if this is a rename, keep the data: --rename author.name:full_name (score 94:");
        assertThat(written()).contains("-- if this is a rename, keep the data: --rename author.name:full_name");
    }

    @Test
    void aConstantFillsWithoutTouchingRowsTwice() throws Exception {
        project.write(
                "schema.sql",
                "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100), bio text, email varchar(50) NOT NULL);");

        CommandLineFixture.Result result =
                project.run("revision", "--autogenerate", "-m", "Emails", "--fill", "author.email='unknown'");

        assertThat(result.err()).isEmpty();
        assertThat(written())
                .contains(
                        "ALTER TABLE author ADD COLUMN email varchar(50) DEFAULT 'unknown' NOT NULL;",
                        "ALTER TABLE author ALTER COLUMN email DROP DEFAULT;");
        project.run("upgrade", "head");
        assertThat(project.query("SELECT email FROM author")).containsExactly("unknown");
        assertThat(project.run("check").exitCode()).isZero();
        assertThat(project.run("downgrade", "-1").exitCode()).isZero();
    }

    @Test
    void anExpressionFillsFromTheRow() throws Exception {
        project.write(
                "schema.sql",
                "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100) NOT NULL, bio text, email text NOT NULL);");
        project.answering = true;
        project.input = "lower(name) || '@example.com'\n'nobody'\n";

        CommandLineFixture.Result result = project.run("revision", "--autogenerate", "-m", "Emails");

        assertThat(result.err()).contains("author.email text not null must not be null, and there may be rows.");
        assertThat(written())
                .contains("UPDATE author SET email = lower(name) || '@example.com' WHERE email IS NULL;")
                .contains("UPDATE author SET name = 'nobody' WHERE name IS NULL;");
        project.run("upgrade", "head");
        assertThat(project.query("SELECT email FROM author")).containsExactly("ursula@example.com");
        assertThat(project.run("check").exitCode()).isZero();
    }

    @Test
    void withoutAValueThePlaceForItIsMarkedAndNothingIsLost() throws Exception {
        project.write(
                "schema.sql",
                "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100), bio text, email varchar(50) NOT NULL);");

        CommandLineFixture.Result result = project.run("revision", "--autogenerate", "-m", "Emails");

        assertThat(result.err()).contains("write what the rows that are there get in place of NULL");
        assertThat(written())
                .contains(
                        "-- write what the rows that are there get in place of NULL",
                        "UPDATE author SET email = NULL WHERE email IS NULL;",
                        "ALTER TABLE author ALTER COLUMN email SET NOT NULL;");
        CommandLineFixture.Result refused = project.run("upgrade", "head");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("contains null values", "rolled back");
        assertThat(project.query("SELECT name FROM author")).containsExactly("Ursula");
    }

    @Test
    void aFillingThatFitsNothingIsRefused() throws Exception {
        project.write(
                "schema.sql", "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100), bio text, x int);");

        assertThat(project.run("revision", "--autogenerate", "-m", "X", "--fill", "author.x=1")
                        .err())
                .contains("CFG-006", "--fill author.x fits no change", "No file was written");
        assertThat(project.run("revision", "--autogenerate", "-m", "X", "--fill", "nonsense")
                        .err())
                .contains("CFG-006", "'nonsense' does not say what a column is filled with");
    }

    @Test
    void theRowsThatStandInTheWayAreCounted() throws Exception {
        project.migration(
                "b2",
                "a1",
                "CREATE TABLE book (id integer, author_id integer, pages bigint);"
                        + "INSERT INTO author VALUES (2, NULL, 'Earthsea'), (3, 'Ursula', NULL);"
                        + "INSERT INTO book VALUES (1, 7, 40000), (1, 1, 12), (1, 8, 13);",
                "DROP TABLE book; DELETE FROM author WHERE id > 1;");
        project.run("upgrade", "head");
        project.write(
                "schema.sql",
                "CREATE TABLE author (id integer PRIMARY KEY, name varchar(5) NOT NULL UNIQUE, bio text);"
                        + "CREATE TABLE book (id integer PRIMARY KEY, author_id integer REFERENCES author, pages smallint);");

        CommandLineFixture.Result result = project.run("revision", "--autogenerate", "-m", "Tighter");

        assertThat(result.err())
                .contains(
                        "author.name is null in 1 row",
                        "author.name does not fit varchar(5) in 2 rows",
                        "author repeats name in 1 row",
                        "book repeats id in 2 rows",
                        "book refers to no row of author in 2 rows",
                        "book.pages does not fit smallint in 1 row");
        assertThat(written()).contains("-- book refers to no row of author in 2 rows");
    }
}
