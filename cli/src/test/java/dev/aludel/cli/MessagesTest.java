package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole text of what people read when something is wrong, on a real PostgreSQL. */
class MessagesTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
    }

    private void expect(int exitCode, String text, String... arguments) throws SQLException {
        var before = project.tables();
        CommandLineFixture.Result result = project.run(arguments);
        assertThat(result.err()).isEqualTo(text);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(project.tables()).isEqualTo(before);
    }

    @Test
    void unknownRevision() throws Exception {
        expect(1, """
                REV-001  Can't locate revision identified by 'xyz'.
                  do  If the file was deleted, look into the migration directory or restore it from version control; `aludel history` lists the revisions that are there.
                """, "upgrade", "xyz");
    }

    @Test
    void multipleHeads() throws Exception {
        project.migration("bbbb1111", "aaaa1111", "", "");
        project.migration("bbbb2222", "aaaa1111", "", "");
        expect(1, """
                REV-005  Multiple head revisions are present for given argument 'head'.
                  heads  bbbb2222  change bbbb2222  (2026-03-01)
                         bbbb1111  change bbbb1111  (2026-03-01)
                  do     Join them with `aludel merge heads -m "merge heads"`, run `aludel upgrade heads` for all of them, or name one: its id, or '<branch label>@head'.
                """, "upgrade", "head");
    }

    @Test
    void ambiguousPrefix() throws Exception {
        project.migration("bbbb1111", "aaaa1111", "", "");
        project.migration("bbbb2222", "bbbb1111", "", "");
        CommandLineFixture.Result result = project.run("upgrade", "bbbb");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("REV-002  ").contains("bbbb1111", "bbbb2222");
    }

    @Test
    void databaseNotUpToDate() throws Exception {
        expect(1, """
                RUN-001  Target database is not up to date.
                  at       jdbc:postgresql://localhost:<PORT>/<DB> as postgres (ALUDEL_URL)
                  current  base
                  pending  aaaa1111  change aaaa1111
                  state    No file was written and the database is as it was.
                  do       Apply what is pending with `aludel upgrade head`, then run this command again.
                """, "revision", "--autogenerate", "-m", "x");
        assertThat(directory.resolve("versions")).isDirectoryNotContaining("glob:**x*");
    }

    @Test
    void theDatabaseIsAheadOfTheFiles() throws Exception {
        project.migration("bbbb1111", "aaaa1111", "", "");
        assertThat(project.run("upgrade", "head").exitCode()).isZero();
        Files.delete(directory.resolve("versions/bbbb1111.sql"));

        CommandLineFixture.Result current = project.run("current");
        assertThat(current.exitCode()).isEqualTo(5);
        assertThat(current.out()).isEqualTo("bbbb1111 (unknown to these files)\n");
        CommandLineFixture.Result upgrade = project.run("upgrade", "head");
        assertThat(upgrade.exitCode()).isEqualTo(5);
        assertThat(upgrade.err()).startsWith("HIS-003  ").contains("Can't locate revision identified by 'bbbb1111'");
    }

    @Test
    void databaseUnreachable() {
        CommandLineFixture.Result result =
                project.run("current", "--url", "jdbc:postgresql://127.0.0.1:1/nowhere", "--user", "somebody");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                DBS-001  The database cannot be reached.
                  at  jdbc:postgresql://127.0.0.1:1/nowhere as somebody (--url)
                  db  PostgreSQL: Connection refused; Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections. (SQLSTATE 08001)
                  do  Start the database, or correct host and port in the settings that the URL comes from.
                """);
    }

    @Test
    void noSuchDatabase() {
        String url = "jdbc:postgresql://localhost:" + CommandLineFixture.port() + "/nowhere";
        CommandLineFixture.Result result = project.run("current", "--url", url);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("DBS-001  The server has no such database.\n")
                .contains("database \"nowhere\" does not exist (SQLSTATE 3D000)");
    }

    @Test
    void driverMissing() throws Exception {
        project.write("aludel.properties", "aludel.directory=versions\naludel.classpath=empty\n");
        project.write("empty/readme.txt", "no driver here\n");
        expect(
                2,
                """
                DBS-003  There is no JDBC driver for PostgreSQL on the project's class path.
                  at      jdbc:postgresql://localhost:<PORT>/<DB>
                  looked  %s
                  state   Nothing was run.
                  do      %s
                """.formatted(
                                "org.postgresql.Driver, and every java.sql.Driver service of the class path",
                                "Add the dependency org.postgresql:postgresql (scope runtime) to the project's build,"
                                        + " or name the driver's jar in aludel.classpath."),
                "current");
    }

    @Test
    void classPathEntryMissing() throws Exception {
        project.write("aludel.properties", "aludel.directory=versions\naludel.classpath=nowhere.jar\n");
        expect(2, """
                CFG-005  The class path names 'nowhere.jar', which does not exist.
                  at  <DIR>/nowhere.jar
                  do  Correct aludel.classpath in aludel.properties, or remove it to ask Maven.
                """, "current");
    }

    @Test
    void unknownEnvironment() throws Exception {
        expect(2, """
                CFG-006  There is no environment 'prod' in aludel.properties.
                  known  none
                  do     Add aludel.prod.url=… to aludel.properties, or choose another name.
                """, "--name", "prod", "current");
    }

    @Test
    void noDatabaseConfigured() {
        project.environment.remove("ALUDEL_URL");
        CommandLineFixture.Result result = project.run("current");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("CFG-002  No database is configured.\n  at      <DIR>\n")
                .contains("spring.datasource.url")
                .contains("  do      Run aludel in the application's directory");
    }

    @Test
    void unsupportedDatabase() {
        CommandLineFixture.Result result = project.run("current", "--url", "jdbc:oracle:thin:@localhost:1521/x");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("DBS-004  ").contains("jdbc:oracle:", "jdbc:postgresql:");
    }

    @Test
    void statementFails() throws Exception {
        project.run("upgrade", "head");
        project.migration(
                "bbbb1111",
                "aaaa1111",
                "ALTER TABLE author ADD COLUMN name text;\n\nALTER TABLE author ADD COLUMN name text;\nSELECT 1;",
                "");
        expect(1, """
                RUN-003  Statement 2 of 3 failed while upgrading to bbbb1111 (change bbbb1111).
                  at     versions/bbbb1111.sql:9   ALTER TABLE author ADD COLUMN name text
                  db     PostgreSQL: column "name" of relation "author" already exists (SQLSTATE 42701)
                  state  This migration's transaction was rolled back: nothing of it is left. The database is at aaaa1111.
                  do     Correct versions/bbbb1111.sql and run `aludel upgrade head` again.
                """, "upgrade", "head");
        assertThat(project.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'author'"))
                .containsExactly("id");
    }

    @Test
    void aStepInJavaThrowsHalfWay() throws Exception {
        java("op.execute(\"CREATE TABLE half (id bigint)\");\n"
                + "        op.run(\"fill\", connection -> { throw new IllegalStateException(\"no luck\"); });");
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                RUN-002  The step 'fill' threw while upgrading to cccc1111 (Java): java.lang.IllegalStateException: no luck
                  at     versions/C.java:10
                  state  This migration's transaction was rolled back: nothing of it is left. The database is at aaaa1111.
                  do     Correct versions/C.java and run `aludel upgrade head` again.
                """);
        assertThat(project.tables()).doesNotContain("half");
    }

    @Test
    void aJavaMigrationDoesNotCompile() throws Exception {
        java("op.addColum(\"author\");");
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("SCR-002  The migration versions/C.java does not compile.\n  at     versions/C.java:9\n")
                .contains("cannot find symbol", "| op.addColum(\"author\");", "docs/reference/operations.md");
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void aMigrationThrowsWhileItRecords() throws Exception {
        java("throw new IllegalStateException(\"no\");");
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("SCR-006  The migration cccc1111 threw")
                .contains("versions/C.java:9");
        assertThat(project.tables()).isEmpty();
    }

    private void java(String upgrade) throws Exception {
        project.write("versions/C.java", """
                import dev.aludel.migration.Migration;
                import dev.aludel.migration.Operations;
                import dev.aludel.migration.Revision;

                /** Java. */
                @Revision(id = "cccc1111", down = "aaaa1111", created = "2026-03-02T00:00:00Z")
                public final class C implements Migration {
                    public void upgrade(Operations op) {
                        %s
                    }
                    public void downgrade(Operations op) {}
                }
                """.formatted(upgrade));
    }

    @Test
    void sqlThatCannotBeSplitIsPointedAtInItsFile() throws Exception {
        project.migration("bbbb1111", "aaaa1111", "SELECT 1;\nSELECT 'open;", "");
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("SCR-005  ").contains("versions/bbbb1111.sql:8");
        project.migration("bbbb1111", "aaaa1111", "COPY author FROM stdin;", "");
        assertThat(project.run("upgrade", "head").err())
                .startsWith("SCR-005  ")
                .contains("COPY", "versions/bbbb1111.sql:7", "op.run");
        project.migration("bbbb1111", "aaaa1111", "BEGIN;\nSELECT 1;", "");
        assertThat(project.run("upgrade", "head").err()).startsWith("SCR-005  BEGIN cannot be in a migration");
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void brokenFilesAreReportedTogether() throws Exception {
        project.write("versions/b.sql", "-- revison: b\n-- upgrade\n-- downgrade\n");
        Files.write(directory.resolve("versions/c.sql"), "-- message: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        CommandLineFixture.Result result = project.run("upgrade", "head");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("SCR-001  The header of a migration cannot be read: `revison` is not a key of the header")
                .contains("versions/b.sql:1")
                .contains("also   The migration versions/c.sql is not UTF-8 text.\n         versions/c.sql:1");
    }

    @Test
    void twoFilesWithOneIdAMissingParentAndACycle() throws Exception {
        Files.copy(directory.resolve("versions/aaaa1111.sql"), directory.resolve("versions/copy.sql"));
        assertThat(project.run("heads").err())
                .startsWith("REV-003  ")
                .contains("versions/aaaa1111.sql", "versions/copy.sql");
        Files.delete(directory.resolve("versions/copy.sql"));
        project.migration("bbbb1111", "aaaa1112", "", "");
        assertThat(project.run("heads").err()).startsWith("REV-004  ").contains("aaaa1112", "aaaa1111");
        project.migration("bbbb1111", "cccc1111", "", "");
        project.migration("cccc1111", "bbbb1111", "", "");
        assertThat(project.run("heads").err()).startsWith("REV-006  ").contains("bbbb1111", "cccc1111");
    }

    @Test
    void anotherToolsHistory() throws Exception {
        project.execute("CREATE TABLE alembic_version (version_num varchar(32))");
        expect(1, """
                HIS-002  This database is kept by another migration tool, and Aludel's history here is empty.
                  at     table alembic_version
                  state  Nothing was run; the database is as it was.
                  do     To take it over, write a migration that describes what is there (`aludel revision --autogenerate` against an empty database), then `aludel stamp head` here. If the table is a leftover, drop or rename it.
                """, "upgrade", "head");
    }

    @Test
    void aHistoryTableThatIsNotAludels() throws Exception {
        project.execute("CREATE TABLE aludel_history (id int, what text)");
        expect(1, """
                HIS-001  The table aludel_history of this database was not made by Aludel.
                  at     columns: id, what
                  state  Nothing was run; the database is as it was.
                  do     Give Aludel's table another name: aludel.history-table=… in aludel.properties.
                """, "current");
    }

    @Test
    void aDirectoryThatCannotBeWritten() throws Exception {
        project.write("aludel.properties", "aludel.directory=versions/aaaa1111.sql/x\naludel.classpath=x\n");
        CommandLineFixture.Result result = project.run("revision", "-m", "x");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("SCR-004  The migration file cannot be written: ")
                .contains("<DIR>/versions");
    }

    @Test
    void unknownPropertiesAndIllegalValuesAreReportedTogether() throws Exception {
        project.write(
                "aludel.properties", "aludel.directory=versions\naludel.lock-timout=5m\naludel.slug-length=many\n");
        CommandLineFixture.Result result = project.run("heads");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("CFG-001  aludel.properties has 2 problems.")
                .contains("aludel.properties:2", "Did you mean 'aludel.lock-timeout'?")
                .contains("aludel.properties:3", "Write a number from 1 to 200");
    }

    @Test
    void unknownCommandsAndOptionsSuggestTheNearest() throws Exception {
        expect(2, """
                CFG-006  Unmatched arguments from index 0: 'upgrad', 'head'.
                  usage  aludel [OPTIONS] COMMAND
                  near   `upgrade`, `downgrade`, `heads`
                  do     See `aludel --help`.
                """, "upgrad", "head");
        expect(2, """
                CFG-006  Unknown option: '--autogenrate'.
                  usage  aludel revision [OPTIONS]
                  near   `--autogenerate`
                  do     See `aludel revision --help`.
                """, "revision", "--autogenrate", "-m", "x");
    }

    @Test
    void missingArguments() throws Exception {
        assertThat(project.run("upgrade").err()).startsWith("CFG-006  Missing required parameter: 'TARGET'.");
        assertThat(project.run("revision").err()).startsWith("CFG-006  Missing required option: '--message=MESSAGE'.");
        assertThat(project.run().err()).startsWith("CFG-006  Missing command.");
        assertThat(project.run("downgrade", "--bogus").err()).startsWith("CFG-006  Unknown option: '--bogus'.");
    }

    @Test
    void anotherRunHoldsTheLock() throws Exception {
        project.run("upgrade", "head");
        project.migration("bbbb1111", "aaaa1111", "SELECT pg_sleep(4);", "");
        project.write(
                "aludel.properties",
                Files.readString(directory.resolve("aludel.properties")) + "aludel.lock-timeout=1s\n");
        Thread other = new Thread(() -> project.run("upgrade", "head"));
        other.start();
        Thread.sleep(1500);
        CommandLineFixture.Result result = project.run("upgrade", "head");
        other.join();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("Waiting for another run of Aludel: process ")
                .contains("RUN-004  Another run of Aludel holds the lock of this database since more than 1 s.")
                .contains("of user postgres (aludel) from 127.0.0.1, connected since");
        assertThat(project.run("current").out()).isEqualTo("bbbb1111 (head), change bbbb1111\n");
    }

    @Test
    void errorsAreJsonOnStandardOutputAlone() throws Exception {
        CommandLineFixture.Result result = project.run("upgrade", "xyz", "--format", "json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("{")
                .contains("\"code\": \"REV-001\"", "\"category\": \"no_such_revision\"", "\"hint\"", "\"location\"");
    }

    @Test
    void everyCommandExplainsItselfWithExamples() {
        for (String command : new String[] {
            "revision",
            "upgrade",
            "downgrade",
            "stamp",
            "current",
            "history",
            "heads",
            "branches",
            "show",
            "merge",
            "check"
        }) {
            CommandLineFixture.Result result = project.run(command, "--help");
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("Usage: aludel " + command, "Examples:", "  aludel " + command);
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotShown() {
        CommandLineFixture.Result result = project.run("current", "--user", "guarded");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                DBS-002  The database refused the user or the password.
                  at  jdbc:postgresql://localhost:<PORT>/<DB> as guarded (ALUDEL_URL)
                  db  PostgreSQL: password authentication failed for user "guarded" (SQLSTATE 28P01)
                  do  Correct user and password in the settings that the URL comes from (the password is never shown).
                """);
    }

    @Test
    void passwordsInUrlsAreHidden() {
        CommandLineFixture.Result result = project.run(
                "current", "--url", "jdbc:postgresql://127.0.0.1:1/x?password=" + CommandLineFixture.PASSWORD);
        assertThat(result.err()).contains("jdbc:postgresql://127.0.0.1:1/x?password=***");
    }
}
