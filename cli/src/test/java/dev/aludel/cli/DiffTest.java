package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aludel diff} between files, migrations and databases, on a real PostgreSQL. */
class DiffTest {
    @TempDir
    private Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void prepare() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration(
                "a1", "", "CREATE TABLE author (id integer PRIMARY KEY, name varchar(100));", "DROP TABLE author;");
        project.write("schema.sql", """
                SET search_path = '';
                CREATE TABLE public.author (id integer PRIMARY KEY, name varchar(200) NOT NULL);
                CREATE INDEX ix_author_name ON public.author (name);
                """);
    }

    @Test
    void ofMigrationsAndAFileNeedsNoTableInTheDatabase() throws Exception {
        CommandLineFixture.Result result = project.run("diff", "--from", "migrations", "--to", "schema.sql");

        assertThat(result.err()).contains("fails if author.name holds nulls");
        assertThat(result.out()).isEqualTo("""
                alter column author.name: type varchar(100) -> varchar(200), not null
                create index ix_author_name (name) on author
                """);
        assertThat(result.exitCode()).isZero();
        assertThat(project.tables()).isEmpty();
        assertThat(project.query("SELECT datname FROM pg_database WHERE datname LIKE 'aludel_scratch%'"))
                .isEmpty();
    }

    @Test
    void asSqlTurnsTheOneDatabaseIntoTheOther() throws Exception {
        project.run("upgrade", "head");

        CommandLineFixture.Result forth = project.run("diff", "--from", "database", "--to", "schema.sql", "--sql");
        CommandLineFixture.Result back =
                project.run("diff", "--from", "database", "--to", "schema.sql", "--reverse", "--sql");
        project.execute(forth.out());

        assertThat(project.run("diff", "--from", project.url(), "--to", "schema.sql")
                        .out())
                .contains("No differences.");
        project.execute(back.out());
        assertThat(project.run("diff", "--from", "migrations", "--to", "database")
                        .out())
                .contains("No differences.");
    }

    @Test
    void aFolderIsLoadedInTheOrderOfItsFiles() throws Exception {
        project.write("tables/10-author.sql", "CREATE TABLE author (id integer PRIMARY KEY);");
        project.write("tables/20-book.sql", "CREATE TABLE book (author integer REFERENCES author);");
        project.write("tables/readme.txt", "no SQL");

        CommandLineFixture.Result result =
                project.run("diff", "--from", "empty", "--to", "tables/", "--format", "json");

        assertThat(result.out())
                .contains("\"kind\": \"create_table\"", "\"object\": \"author\"", "\"object\": \"book\"")
                .containsPattern("\"reverse_sql\": \\[\\s*\"DROP TABLE book\"\\s*]");
    }

    @Test
    void aMistakeInTheFileIsShownWithItsLine() throws Exception {
        project.write("broken.sql", "CREATE TABLE author (id integer);\n\nCREATE TABEL book (id integer);\n");

        CommandLineFixture.Result result = project.run("diff", "--from", "empty", "--to", "broken.sql");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("RUN-003", "broken.sql:3", "syntax error", "yours is as it was");
    }

    @Test
    void whatCannotBeComparedIsRefusedWithWhatCan() throws Exception {
        assertThat(project.run("diff", "--from", "model", "--to", "empty").err())
                .contains("CFG-006", "'model' is nothing that can be compared", "models, migrations, database");
        assertThat(project.run("diff", "--from", "empty", "--to", "absent.sql").err())
                .contains("SCR-003", "There is no file or folder absent.sql");
        assertThat(project.run("diff", "--from", "empty").exitCode()).isEqualTo(2);
    }

    @Test
    void aUserWhoMayNotCreateDatabasesIsToldSo() throws Exception {
        project.execute("DO $$ BEGIN CREATE ROLE modest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");

        CommandLineFixture.Result result =
                project.run("diff", "--from", "empty", "--to", "schema.sql", "--user", "modest");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("DBS-002", "scratch database", "Grant the user the right");
    }
}
