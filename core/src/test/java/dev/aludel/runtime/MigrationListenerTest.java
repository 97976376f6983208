package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.revision.Step;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationListenerTest {
    @TempDir
    Path directory;

    /** Writes down all that it hears. */
    private static final class Recorder implements MigrationListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void planned(int steps) {
            heard.add("planned " + steps);
        }

        @Override
        public void stepStarted(Step step, int number, int steps) {
            heard.add("step " + number + " of " + steps + ": " + step.revision().id());
        }

        @Override
        public void stepContinued(Step step, HalfDone halfDone) {
            heard.add("continued after " + halfDone.statementsDone());
        }

        @Override
        public void statementStarted(Step step, PlannedStatement statement) {
            heard.add("> " + statement.text());
        }

        @Override
        public void backfilled(Step step, long rows, OptionalLong expected) {
            heard.add(rows + " rows");
        }

        @Override
        public void statementFinished(Step step, PlannedStatement statement, Duration took) {
            assertThat(took).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            heard.add("< " + statement.text());
        }

        @Override
        public void stepFinished(Step step, int number, int steps, Duration took) {
            heard.add("done " + step.revision().id());
        }

        @Override
        public void stepFailed(Step step, AludelException failure) {
            heard.add("failed " + step.revision().id() + " " + failure.code().code() + " "
                    + failure.findFact("state").isPresent());
        }
    }

    @Test
    void hearsEverythingInOrder() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory)
                    .sql("a1", "", "CREATE TABLE t (id int PRIMARY KEY);\nINSERT INTO t VALUES (1), (2);", "")
                    .java("b2", "a1", """
                            op.backfill("t", "id").set("id = id").batchSize(2);
                            op.run("look", connection -> {});
                            op.execute("INSERT INTO nowhere VALUES (1)");
                            """, "");
            Recorder recorder = new Recorder();

            AludelException failure =
                    catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head", recorder));

            assertThat(failure.findFact("state")).isPresent();
            assertThat(recorder.heard)
                    .containsExactly(
                            "planned 2",
                            "step 1 of 2: a1",
                            "> CREATE TABLE t (id int PRIMARY KEY)",
                            "< CREATE TABLE t (id int PRIMARY KEY)",
                            "> INSERT INTO t VALUES (1), (2)",
                            "< INSERT INTO t VALUES (1), (2)",
                            "done a1",
                            "step 2 of 2: b2",
                            "> UPDATE t SET id = id",
                            "0 rows",
                            "2 rows",
                            "< UPDATE t SET id = id",
                            "> run look",
                            "< run look",
                            "> INSERT INTO nowhere VALUES (1)",
                            "failed b2 RUN-003 true");
            recorder.heard.clear();
            database.execute("CREATE TABLE nowhere (id int)");

            migrations.upgrade(connection, "head", recorder);

            assertThat(recorder.heard)
                    .containsExactly(
                            "planned 1",
                            "step 1 of 1: b2",
                            "continued after 1",
                            "> run look",
                            "< run look",
                            "> INSERT INTO nowhere VALUES (1)",
                            "< INSERT INTO nowhere VALUES (1)",
                            "done b2");
        }
    }

    @Test
    void oneThatThrowsEndsTheRunAndTheStepLeavesNothing() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Connection connection = database.connect();
            Migrations migrations = new Migrations(directory).sql("a1", "", "CREATE TABLE t (id int);", "");
            MigrationListener broken = new MigrationListener() {
                @Override
                public void statementFinished(Step step, PlannedStatement statement, Duration took) {
                    throw new IllegalStateException("broken listener");
                }
            };

            assertThat(catchThrowable(() -> migrations.upgrade(connection, "head", broken)))
                    .hasMessage("broken listener");

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(Migrations.query(connection, "SELECT to_regclass('t')::text"))
                    .containsExactly((String) null);
            assertThat(migrations.upgrade(database.connect(), "head").steps()).hasSize(1);
        }
    }

    @Test
    void anErrorInAJavaStepIsAFailureOfTheMigration() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Migrations migrations = new Migrations(directory)
                    .java("a1", "", "op.run(\"check\", connection -> { throw new AssertionError(\"no\"); });", "");

            AludelException failure =
                    catchThrowableOfType(AludelException.class, () -> migrations.upgrade(database.connect(), "head"));

            assertThat(failure.format())
                    .contains(
                            "RUN-002  The step 'check' threw while upgrading to a1 (Step a1): java.lang.AssertionError: no")
                    .contains("M_a1.java:11", "nothing of it is left");
        }
    }
}
