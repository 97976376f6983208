package dev.aludel.conformance.messages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can go wrong while migrations are recorded, split and run. */
class RunMessagesTest {
    private static final String FIRST = "aaaa11112222";
    private static final String SECOND = "bbbb11112222";

    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = Project.create().migration(FIRST, "", "CREATE TABLE author (id bigint PRIMARY KEY);");
        project.succeed("upgrade", "head");
    }

    @AfterEach
    void end() throws Exception {
        project.close();
    }

    @Test
    void secondOfThreeStatementsFails() throws Exception {
        project.migration(SECOND, FIRST, """
                ALTER TABLE author ADD COLUMN name text;
                ALTER TABLE writer
                    ADD COLUMN name text;
                CREATE TABLE book (id bigint);""");
        project.rollsBack("run/statement-fails", "upgrade", "head");
    }

    @Test
    void theLockIsLost() throws Exception {
        project.migration(SECOND, FIRST, """
                ALTER TABLE author ADD COLUMN name text;
                SELECT pg_advisory_unlock_all();""");
        project.rollsBack("run/lock-lost", "upgrade", "head");
    }

    @Test
    void secondOfThreeOperationsFails() throws Exception {
        project.javaMigration(SECOND, FIRST, """
                op.addColumn("author", column("name", varchar(100)));
                op.addColumn("writer", column("name", varchar(100)));
                op.dropTable("author");""");
        project.rollsBack("run/operation-fails", "upgrade", "head");
    }

    @Test
    void firstRunOfAllFails() throws Exception {
        try (Project fresh = Project.create().migration(FIRST, "", "CREATE TABLE author (id bigintt);")) {
            fresh.rollsBack("run/first-run-fails", "upgrade", "head");
        }
    }

    @Test
    void earlierStepsStay() throws Exception {
        project.migration(SECOND, FIRST, "SELECT 1;").migration("cccc11112222", SECOND, "SELECT nothing;");
        Outcome outcome = project.run("upgrade", "head");
        Golden.verify("run/third-step-fails", masked(outcome), project);
        project.run("current");
    }

    @Test
    void downgradeFails() throws Exception {
        project.write(
                "versions/" + FIRST + ".sql",
                Project.sql(FIRST, "", "CREATE TABLE author (id bigint PRIMARY KEY);") + "DROP TABLE writer;\n");
        project.rollsBack("run/downgrade-fails", "downgrade", "base");
    }

    @Test
    void statementOutsideATransactionFails() throws Exception {
        project.migration(SECOND, FIRST, """
                ALTER TABLE author ADD COLUMN name text;
                CREATE INDEX CONCURRENTLY idx_author_title ON author (title);""");
        Outcome outcome = project.run("upgrade", "head");
        Golden.verify("run/outside-transaction-fails", outcome, project);

        Golden.verify("run/half-done-other-command", project.run("downgrade", "base"), project);

        project.migration(SECOND, FIRST, """
                ALTER TABLE author ADD COLUMN name text;
                CREATE INDEX CONCURRENTLY idx_author_name ON author (name);""");
        Golden.verify("run/half-done-edited", project.run("upgrade", "head"), project);
    }

    @Test
    void statementWhoseAnswerWasLost() throws Exception {
        project.migration(SECOND, FIRST, """
                ALTER TABLE author ADD COLUMN name text;
                CREATE INDEX CONCURRENTLY ON author (title);""");
        project.run("upgrade", "head");
        Golden.verify("run/nothing-in-doubt", project.run("repair", "--done", SECOND), project);

        PostgresServer.execute(
                project.database, "UPDATE aludel_history SET progress = 'sent' WHERE status = 'upgrading'");
        Golden.verify("run/in-doubt", project.run("upgrade", "head"), project);
        Golden.verify("run/in-doubt-settled", project.run("repair", "--not-done", SECOND), project);
    }

    @Test
    void javaStepThrowsHalfWay() throws Exception {
        project.javaMigration(SECOND, FIRST, """
                op.addColumn("author", column("name", varchar(100)));
                op.run("fill the names", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO author VALUES (1, 'Ann')");
                    }
                    throw new IllegalStateException("author 2 has no name");
                });""");
        project.rollsBack("run/java-step-throws", "upgrade", "head");
    }

    @Test
    void javaStepInAScript() throws Exception {
        project.javaMigration(SECOND, FIRST, """
                op.run("fill the names", connection -> {});
                op.run("fill the mails", connection -> {});""");
        Golden.verify("run/java-step-in-a-script", project.run("upgrade", "--sql", "head"), project);
    }

    @Test
    void javaStepMeetsADatabaseError() throws Exception {
        project.javaMigration(SECOND, FIRST, """
                op.run("fill the names", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("UPDATE author SET name = 'Ann'");
                    }
                });""");
        project.rollsBack("run/java-step-database", "upgrade", "head");
    }

    @Test
    void throwsWhileItRecords() throws Exception {
        project.javaMigration(SECOND, FIRST, """
                op.addColumn("author", column("name", varchar(100)));
                String[] names = {};
                op.dropTable(names[1]);""");
        project.refuses("run/recording-throws", "upgrade", "head");
    }

    @Test
    void stringThatNeverEnds() throws Exception {
        project.migration(SECOND, FIRST, "SELECT 1;\nINSERT INTO author VALUES ('Ann);\nSELECT 2;");
        project.refuses("run/unterminated-string", "upgrade", "head");
    }

    @Test
    void dollarQuoteThatNeverEnds() throws Exception {
        project.migration(SECOND, FIRST, "SELECT 1;\n\nDO $body$ BEGIN NULL; END;");
        project.refuses("run/unterminated-dollar-quote", "upgrade", "head");
    }

    @Test
    void commentThatNeverEnds() throws Exception {
        project.migration(SECOND, FIRST, "SELECT 1;\n/* one /* two */\nSELECT 2;");
        project.refuses("run/unterminated-comment", "upgrade", "head");
    }

    @Test
    void stringThatNeverEndsInTheDowngrade() throws Exception {
        project.write("versions/b.sql", Project.sql(SECOND, FIRST, "SELECT 1;") + "SELECT 1;\nSELECT 'x;\n");
        project.refuses("run/unterminated-downgrade", "upgrade", "head");
    }

    @Test
    void stringThatNeverEndsInJava() throws Exception {
        project.javaMigration(SECOND, FIRST, "op.execute(\"SELECT 'x\");");
        project.refuses("run/unterminated-java", "upgrade", "head");
    }

    @Test
    void copyFromStandardInput() throws Exception {
        project.migration(SECOND, FIRST, "SELECT 1;\nCOPY author (id) FROM stdin;\n1\n2\n\\.\n");
        project.refuses("run/copy-from-stdin", "upgrade", "head");
    }

    @Test
    void psqlCommand() throws Exception {
        project.migration(SECOND, FIRST, "SELECT 1;\n\\i other.sql\n");
        project.refuses("run/psql-command", "upgrade", "head");
    }

    @Test
    void transactionControl() throws Exception {
        project.migration(SECOND, FIRST, "\nBEGIN;\nSELECT 1;\nCOMMIT;");
        project.refuses("run/begin", "upgrade", "head");
        project.migration(SECOND, FIRST, "SELECT 1;\nCOMMIT;");
        project.refuses("run/commit", "upgrade", "head");
    }

    private static Outcome masked(Outcome outcome) {
        return new Outcome(
                outcome.commandLine(),
                outcome.exitCode(),
                outcome.out().replaceAll("\\(\\d+ ms\\)", "(<N> ms)"),
                outcome.err());
    }
}
