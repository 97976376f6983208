package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Step;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backfills, broken in the middle and run again. */
class BackfillRunTest {
    private static final String BACKFILL = """
            op.execute("ALTER TABLE author ADD lower text");
            op.backfill("author", "id").set("lower = lower(email)").set("updates = updates + 1").batchSize(10);
            op.execute("CREATE TABLE later (id int)");
            """;

    private final History history = new History(Migrations.DIALECT, Migrations.TABLES);

    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;
    private Migrations migrations;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabase.create();
        connection = database.connect();
        migrations = new Migrations(directory).java("b2", "a1", BACKFILL, "op.dropTable(\"later\");");
        authors("bigint", "n");
    }

    /** 45 rows, whose keys are given by an expression over n. */
    private void authors(String type, String key) throws Exception {
        migrations.sql("a1", "", """
                CREATE TABLE author (id %s PRIMARY KEY, email text, updates int DEFAULT 0);
                INSERT INTO author SELECT %s, 'A' || n FROM generate_series(1, 45) n;
                """.formatted(type, key), "");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private List<String> query(String sql) throws SQLException {
        return Migrations.query(connection, sql);
    }

    /** How many rows were updated how often. */
    private List<String> updates() throws SQLException {
        return query("SELECT updates || ' times: ' || count(*) FROM author GROUP BY updates ORDER BY updates");
    }

    private void failAt(String row) throws SQLException {
        database.execute("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.email = '%s' THEN
                        RAISE EXCEPTION 'not this one';
                    END IF;
                    RETURN NEW;
                END
                $$;
                CREATE TRIGGER failing BEFORE UPDATE ON author FOR EACH ROW EXECUTE FUNCTION fail();
                """.formatted(row));
    }

    @Test
    void runsInBatchesAndTellsHowFarItIs() throws Exception {
        List<String> heard = new ArrayList<>();
        database.execute("CREATE TABLE unrelated (id int)");
        migrations.upgrade(connection, "a1");
        database.execute("ANALYZE author");

        migrations.upgrade(connection, "head", new MigrationListener() {
            @Override
            public void backfilled(Step step, long rows, OptionalLong expected) {
                heard.add(rows + " of " + expected.orElse(-1));
            }
        });

        assertThat(heard).containsExactly("0 of 45", "10 of 45", "20 of 45", "30 of 45", "40 of 45", "45 of 45");
        assertThat(updates()).containsExactly("1 times: 45");
        assertThat(query("SELECT concat_ws(' ', status, statements_done, statements_total, progress)"
                        + " FROM aludel_history WHERE revision = 'b2'"))
                .containsExactly("applied 3 3");
        assertThat(query("SELECT action || ' ' || result FROM aludel_log ORDER BY id"))
                .containsExactly("upgrade done", "upgrade done");
    }

    @Test
    void aFailedBatchIsRolledBackAndTheNextRunContinuesThere() throws Exception {
        migrations.upgrade(connection, "a1");
        failAt("A25");

        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.format())
                .contains(
                        "Statement 2 of 3 failed while upgrading to b2 (Step b2).", "M_b2.java:12   UPDATE author SET")
                .contains("not this one", "1 of 3 statements are done and stay")
                .containsPattern("Of the backfill in statement 2 20( of about \\d+)? rows are done.")
                .contains("it continues after the last batch that is done.");
        assertThat(updates()).containsExactly("0 times: 25", "1 times: 20");
        assertThat(history.standing(connection).heads()).isEqualTo(Heads.of("a1"));
        assertThat(history.standing(connection).halfDone().get(0).progress())
                .get()
                .asString()
                .startsWith("20 ")
                .endsWith(" rows, up to 20");

        database.execute("DROP TRIGGER failing ON author");
        List<Long> heard = new ArrayList<>();
        migrations.upgrade(connection, "head", new MigrationListener() {
            @Override
            public void backfilled(Step step, long rows, OptionalLong expected) {
                heard.add(rows);
            }
        });
        assertThat(heard).containsExactly(20L, 30L, 40L, 45L);
        assertThat(updates()).containsExactly("1 times: 45");
        assertThat(query("SELECT to_regclass('later')::text")).containsExactly("later");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint",
                "uuid",
                "text",
                "numeric(20,3)",
                "timestamptz",
                "timestamp",
                "bytea",
                "double precision"
            })
    void aKilledRunContinuesWhateverTheKeysType(String type) throws Exception {
        String key = switch (type) {
            case "uuid" -> "md5(n::text)::uuid";
            case "timestamptz", "timestamp" -> type + " '2026-03-29 00:00:00.123456' + n * interval '1 hour'";
            case "text" -> "'it''s \\ ' || chr(10) || ' ü ' || n";
            case "bytea" -> "decode(md5(n::text), 'hex')";
            case "double precision" -> "n / 3.0::double precision";
            default -> "(n * 3)::" + type;
        };
        authors(type, key);
        migrations.upgrade(connection, "a1");

        AludelException failure = catchThrowableOfType(
                AludelException.class, () -> migrations.upgrade(database.connect(), "head", killAfter(30)));

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(updates()).containsExactly("0 times: 15", "1 times: 30");
        migrations.upgrade(connection, "head");
        assertThat(updates()).containsExactly("1 times: 45");
        assertThat(query("SELECT count(*) FROM author WHERE lower = lower(email)"))
                .containsExactly("45");
    }

    private MigrationListener killAfter(long wanted) {
        return new MigrationListener() {
            @Override
            public void backfilled(Step step, long rows, OptionalLong expected) {
                if (rows == wanted) {
                    Kill.others(database);
                }
            }
        };
    }

    @Test
    void aKeyWithNullsIsRefusedBeforeTheFirstBatch() throws Exception {
        migrations.sql("a1", "", """
                        CREATE TABLE author (id int, email text, updates int DEFAULT 0);
                        INSERT INTO author SELECT nullif(n, 25), 'A' || n FROM generate_series(1, 45) n;
                        """, "");

        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> migrations.upgrade(connection, "head"));

        assertThat(failure.format()).contains("the key id has nulls");
        assertThat(updates()).containsExactly("0 times: 45");
    }

    @Test
    void aQuestionMarkIsAnOperatorAndNoParameter() throws Exception {
        migrations
                .sql("a1", "", """
                        CREATE TABLE author (id int PRIMARY KEY, tags jsonb, updates int DEFAULT 0);
                        INSERT INTO author SELECT n, jsonb_build_object('k' || n % 2, '?') FROM generate_series(1, 45) n;
                        """, "")
                .java(
                        "b2",
                        "a1",
                        "op.backfill(\"author\", \"id\").set(\"updates = updates + (tags ? 'k0')::int\")"
                                + ".where(\"tags ? 'k0' AND tags ->> 'k0' = '?'\").batchSize(10);",
                        "");

        migrations.upgrade(connection, "head");

        assertThat(updates()).containsExactly("0 times: 23", "1 times: 22");
    }

    @Test
    void aBackfillThatStandsAloneAndFindsNothingIsDone() throws Exception {
        migrations.java("b2", "a1", "op.backfill(\"author\", \"id\").set(\"email = null\").where(\"id < 0\");", "");

        migrations.upgrade(connection, "head");

        assertThat(query("SELECT statements_done FROM aludel_history WHERE revision = 'b2'"))
                .containsExactly("1");
    }

    @Test
    void aScriptDoesItAtOnceWithTheSameResult() throws Exception {
        migrations.upgrade(connection, "head");
        String script = migrations.offline().render(migrations.planUpgrade("head"), Optional.empty());
        try (TestDatabase scripted = TestDatabase.create()) {
            assertThat(SqlClient.runStopping(scripted.connect(), script)).isEmpty();

            String all = "SELECT concat_ws(' ', id, email, lower, updates) FROM author ORDER BY id";
            assertThat(Migrations.describe(scripted.connect(), all)).isEqualTo(Migrations.describe(connection, all));
        }
        assertThat(script).doesNotContain("ON_ERROR_STOP on\n").contains("-- All rows at once");
    }

    @Test
    void aDowngradeBackfillsToo() throws Exception {
        migrations.java(
                "b2",
                "a1",
                BACKFILL,
                "op.dropTable(\"later\");\nop.backfill(\"author\", \"id\").set(\"updates = updates + 1\").batchSize(10);"
                        + "\nop.dropColumn(\"author\", \"lower\");");
        migrations.upgrade(connection, "head");
        failAt("A15");
        assertThat(catchThrowableOfType(AludelException.class, () -> migrations.downgrade(connection, "a1"))
                        .format())
                .contains("Statement 2 of 3 failed while downgrading from b2");
        database.execute("DROP TRIGGER failing ON author");

        migrations.downgrade(connection, "a1");

        assertThat(updates()).containsExactly("2 times: 45");
        assertThat(query("SELECT revision FROM aludel_history")).containsExactly("a1");
    }
}
