package dev.aludel.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.Aludel;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Plan;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Compiled migrations and SQL resources, run through the facade against a real PostgreSQL. */
class PackagedApplicationTest {
    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Aludel aludel() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        return Aludel.migrations("dev.aludel.packaged.versions").on(source);
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private List<String> columns() throws SQLException {
        return query("SELECT column_name || ' ' || is_nullable FROM information_schema.columns"
                + " WHERE table_name = 'author' ORDER BY ordinal_position");
    }

    @Test
    void everyCommandThatNeedsNoSourcesIsThere() throws SQLException {
        assertThat(aludel().ensureVersion()).isTrue();
        assertThat(aludel().ensureVersion()).isFalse();
        assertThat(aludel().plan().upgrade("head").steps()).hasSize(3);
        assertThat(columns()).isEmpty();
        aludel().upgrade("b2");
        assertThat(aludel().revisions().heads(false))
                .extracting(view -> view.revision().id().value())
                .containsExactly("c3");
        assertThat(aludel().revisions().history(Optional.empty(), true)).hasSize(3);
        assertThat(aludel().plan().downgrade("base").steps()).hasSize(2);
        assertThat(aludel().repair().look().isNothingToAccept()).isTrue();
        assertThat(aludel().log(10)).extracting(line -> line.revision()).containsExactly("a1", "b2");
    }

    @Test
    void upgradesAndDowngradesThroughBothLanguages() throws SQLException {
        Plan plan = aludel().upgrade("head");

        assertThat(plan.steps())
                .extracting(step -> step.revision().id().value())
                .containsExactly("a1", "b2", "c3");
        assertThat(columns()).containsExactly("id NO", "name NO", "email NO");
        assertThat(query("SELECT email FROM author")).containsExactly("A;B@example.com");
        assertThat(aludel().current().isHead()).isTrue();

        aludel().downgrade("-1");
        assertThat(columns()).containsExactly("id NO", "name NO", "email YES");
        aludel().downgrade("base");
        assertThat(columns()).isEmpty();
        assertThat(aludel().current().rows()).isEmpty();
    }

    @Test
    void theHistoryHoldsARowForEveryRevisionAndTheLogAllThatHappened() throws SQLException {
        aludel().upgrade("head");
        aludel().downgrade("-1");

        assertThat(query("SELECT revision || ' on ' || parents || ': ' || message || ', ' || statements_done"
                        + " FROM aludel_history ORDER BY revision"))
                .containsExactly("a1 on : create author, 1", "b2 on a1: Add email, 2");
        assertThat(query("SELECT downgrade_sql FROM aludel_history WHERE revision = 'b2'"))
                .containsExactly("DROP FUNCTION shout(text);\nALTER TABLE author DROP COLUMN email");
        assertThat(query("SELECT action || ' ' || revision || ' ' || result FROM aludel_log ORDER BY id"))
                .containsExactly("upgrade a1 done", "upgrade b2 done", "upgrade c3 done", "downgrade c3 done");
    }

    @Test
    void aFailingMigrationLeavesNothingBehindAndEarlierOnesStay() throws SQLException {
        aludel().upgrade("b2");
        database.execute("CREATE VIEW emails AS SELECT email FROM author");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> aludel().downgrade("base"));

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format())
                .contains("Statement 2 of 2 failed while downgrading from b2 (Add email).")
                .contains("20260102_b2_add_email.sql:12   ALTER TABLE author DROP COLUMN email")
                .contains("other objects depend on it")
                .contains("rolled back")
                .contains("The database is at b2.");
        assertThat(query("SELECT proname FROM pg_proc WHERE proname = 'shout'")).hasSize(1);
        assertThat(query("SELECT result FROM aludel_log ORDER BY id")).containsExactly("done", "done", "failed");
        assertThat(aludel().current().rows()).hasToString("[b2]");
    }

    @Test
    void anUpgradeWithNothingToDoWritesNothing() throws SQLException {
        aludel().upgrade("head");

        assertThat(aludel().upgrade("head").steps()).isEmpty();
        assertThat(query("SELECT count(*) FROM aludel_log")).containsExactly("3");
    }

    @Test
    void stampWritesTheHistoryAlone() throws SQLException {
        aludel().stamp("b2");

        assertThat(columns()).isEmpty();
        assertThat(query("SELECT revision FROM aludel_history ORDER BY revision"))
                .containsExactly("a1", "b2");
        aludel().stamp("base");
        assertThat(query("SELECT revision FROM aludel_history")).isEmpty();
    }

    @Test
    void replicasThatStartTogetherApplyEachRevisionOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Plan>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                runs.add(() -> aludel().upgrade("head"));
            }
            int steps = 0;
            for (Future<Plan> run : threads.invokeAll(runs)) {
                steps += run.get().steps().size();
            }
            assertThat(steps).isEqualTo(3);
        } finally {
            threads.shutdown();
        }
        assertThat(query("SELECT count(*) FROM aludel_log")).containsExactly("3");
    }

    @Test
    void aDatabaseOfAnotherToolIsNotBuiltUpon() throws SQLException {
        database.execute("CREATE TABLE flyway_schema_history (installed_rank int)");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> aludel().upgrade("head"));

        assertThat(failure.code()).isEqualTo(ErrorCode.OTHER_TOOL);
        assertThat(query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("flyway_schema_history");
    }

    @Test
    void aForeignTableUnderTheHistoryNameIsRefused() throws SQLException {
        database.execute("CREATE TABLE aludel_history (id int, what text)");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> aludel().upgrade("head"));

        assertThat(failure.code()).isEqualTo(ErrorCode.FOREIGN_HISTORY);
    }
}
