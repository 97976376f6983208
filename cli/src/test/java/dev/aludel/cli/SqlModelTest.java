package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects without entities: their model is a file of SQL, on a real PostgreSQL. */
class SqlModelTest {
    @TempDir
    private Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void prepare() throws Exception {
        project = new CommandLineFixture(directory);
        project.configure("aludel.script.format=sql\naludel.model.source=schema.sql\n");
        project.write("schema.sql", """
                CREATE TYPE mood AS ENUM ('fine', 'bad');
                CREATE TABLE author (id integer PRIMARY KEY, name varchar(100) NOT NULL, mood mood);
                CREATE VIEW fine_author AS SELECT id FROM author WHERE mood = 'fine';
                """);
    }

    @Test
    void migrationsAreWrittenFromTheFileUntilNothingIsLeft() throws Exception {
        CommandLineFixture.Result written = project.run("revision", "--autogenerate", "-m", "Initial");

        assertThat(written.err()).isEmpty();
        assertThat(written.out())
                .contains(
                        "Detected create type mood",
                        "Detected create table author",
                        "Detected create view fine_author");
        assertThat(project.run("upgrade", "head").exitCode()).isZero();
        assertThat(project.run("check").out()).contains("No new upgrade operations detected");
        assertThat(project.run("revision", "--autogenerate", "-m", "Nothing").out())
                .contains("No model difference");

        project.write("schema.sql", "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100) NOT NULL);");
        CommandLineFixture.Result less = project.run("check");
        assertThat(less.exitCode()).isEqualTo(3);
        assertThat(less.out()).contains("drop view fine_author", "drop column author.mood", "drop type mood");
        project.run("revision", "--autogenerate", "-m", "No moods");
        project.run("upgrade", "head");
        assertThat(project.run("check").exitCode()).isZero();
        assertThat(project.run("downgrade", "-1").exitCode()).isZero();
        assertThat(project.query("SELECT typname FROM pg_type WHERE typname = 'mood'"))
                .containsExactly("mood");
        assertThat(project.query("SELECT datname FROM pg_database WHERE datname LIKE 'aludel_scratch%'"))
                .isEmpty();
    }

    /** Of each kind one, in the file and then in the database. */
    @Test
    void whatIsNotManagedIsSaid() throws Exception {
        String unmanaged = """
                CREATE STATISTICS author_names ON id, name FROM author;
                CREATE FOREIGN DATA WRAPPER files;
                CREATE SERVER elsewhere FOREIGN DATA WRAPPER files OPTIONS (host 'a');
                CREATE FOREIGN TABLE remote (id integer) SERVER elsewhere;
                CREATE COLLATION speech (provider = icu, locale = 'de');
                CREATE FUNCTION same(author, author) RETURNS boolean LANGUAGE sql AS 'SELECT $1.id = $2.id';
                CREATE OPERATOR === (leftarg = author, rightarg = author, function = same);
                CREATE TEXT SEARCH DICTIONARY plain (template = simple);
                CREATE TEXT SEARCH CONFIGURATION search (copy = simple);
                CREATE CAST (mood AS integer) WITH INOUT;
                CREATE PUBLICATION changes FOR TABLE author;
                CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION watch();
                COMMENT ON CONSTRAINT author_pkey ON author IS 'a key';
                COMMENT ON INDEX author_pkey IS 'an index';
                """;
        String before = Files.readString(directory.resolve("schema.sql"));
        project.run("revision", "--autogenerate", "-m", "Initial");
        project.run("upgrade", "head");
        project.write("schema.sql", before + unmanaged);

        String missing = project.run("check").err();
        List<String> names = List.of(
                "extended statistics author_names",
                "foreign data wrapper files",
                "foreign server elsewhere",
                "foreign table remote",
                "collation speech",
                "operator === (author, author)",
                "text search dictionary plain",
                "text search configuration search",
                "cast mood as integer",
                "publication changes",
                "comment on constraint author_pkey on table author",
                "comment on index author_pkey",
                "event trigger watcher");
        assertThat(missing.lines().filter(line -> line.contains("does not manage")))
                .hasSameSizeAs(names);
        for (String name : names) {
            assertThat(missing).contains(name + " is in the model and not in the database, and Aludel does not manage");
        }

        project.execute(unmanaged);
        CommandLineFixture.Result agreed = project.run("check");
        assertThat(agreed.err()).isEmpty();
        assertThat(agreed.exitCode()).isZero();

        project.execute("ALTER SERVER elsewhere OPTIONS (SET host 'b')");
        assertThat(project.run("revision", "--autogenerate", "-m", "Nothing").err())
                .contains("foreign server elsewhere is not the same in the database and in the model");
        assertThat(project.run("diff", "--from", "database", "--to", "migrations")
                        .err())
                .contains("publication changes is in the first schema and not in the second");
    }

    @Test
    void aMistakeInTheFileLeavesNothing() throws Exception {
        project.write("schema.sql", "CREATE TABLE author (id integer);\nCREATE TABEL book (id integer);\n");

        CommandLineFixture.Result failed = project.run("revision", "--autogenerate", "-m", "Initial");

        assertThat(failed.err()).contains("RUN-003", "schema.sql:2", "yours is as it was");
        try (Stream<Path> files = Files.list(directory.resolve("versions"))) {
            assertThat(files.toList()).isEqualTo(List.of());
        }
        assertThat(project.query("SELECT datname FROM pg_database WHERE datname LIKE 'aludel_scratch%'"))
                .isEmpty();
    }

    @Test
    void theModelsOfADiffAreTheFile() throws Exception {
        assertThat(project.run("diff", "--from", "empty", "--to", "models").out())
                .contains("create table author");
        project.configure("aludel.model.source=absent.sql\n");
        assertThat(project.run("check").err()).contains("SCR-003", "There is no file or folder absent.sql");
        project.configure("aludel.model.source=schema\n");
        assertThat(project.run("check").err()).contains("aludel.model.source", "an .sql file");
    }
}
