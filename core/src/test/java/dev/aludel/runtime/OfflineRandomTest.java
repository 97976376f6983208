package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionId;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories with branches and merges: a script leaves the same database as a run, up, down and up again. */
class OfflineRandomTest {
    private static final int REVISIONS = 9;
    private static final List<String> MORE = List.of(
            "INSERT INTO T VALUES (1, E'a\\\\b;'' ');\nUPDATE T SET id = 2;",
            "CREATE INDEX CONCURRENTLY ix_N ON T (id);",
            "ALTER TABLE T ADD x int DEFAULT 1;\nCREATE UNIQUE INDEX CONCURRENTLY ix_N ON T (id);\n"
                    + "CREATE VIEW v_N AS SELECT 1 AS one;",
            "COMMENT ON TABLE T IS 'ü $$ \"quoted\"';",
            "");

    private final History history = new History(Migrations.DIALECT, Migrations.TABLES);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aScriptDoesWhatARunDoes(long seed) throws Exception {
        Random random = new Random(seed);
        Migrations migrations = write(random);
        try (TestDatabase live = TestDatabase.create();
                TestDatabase scripted = TestDatabase.create();
                Connection connection = live.connect()) {
            for (String target : List.of("r" + random.nextInt(REVISIONS), "heads", "base", "heads")) {
                Plan plan = plan(migrations, history.standing(connection).heads(), target);
                String script = migrations.offline().render(plan, Optional.empty());

                migrations.migrator().run(connection, current -> plan);

                assertThat(SqlClient.runStopping(scripted.connect(), script))
                        .as(script)
                        .isEmpty();
                String expected = Migrations.describe(connection);
                assertThat(Migrations.describe(scripted.connect())).isEqualTo(expected);
                assertThat(plan.isEmpty()
                                || !SqlClient.runOn(scripted.connect(), script).isEmpty())
                        .isTrue();
                assertThat(Migrations.describe(scripted.connect())).isEqualTo(expected);
            }
        }
    }

    private static Plan plan(Migrations migrations, Heads heads, String target) {
        String[] from = heads.ids().stream().map(RevisionId::value).toArray(String[]::new);
        return target.equals("base") ? migrations.planDowngrade(target, from) : migrations.planUpgrade(target, from);
    }

    /** Each revision makes a table of its own, and does one more thing that may refuse transactions. */
    private Migrations write(Random random) throws Exception {
        Migrations migrations = new Migrations(directory);
        for (int number = 0; number < REVISIONS; number++) {
            List<String> down = new ArrayList<>();
            for (int parent = 0; parent < number; parent++) {
                if (random.nextInt(number) < 2 && down.size() < 2) {
                    down.add("r" + parent);
                }
            }
            String more = MORE.get(random.nextInt(MORE.size()));
            String dropView = more.contains("VIEW") ? "DROP VIEW v_N;\n" : "";
            String dropIndex = more.contains("INDEX") && random.nextBoolean() ? "DROP INDEX CONCURRENTLY ix_N;\n" : "";
            migrations.sql(
                    "r" + number,
                    String.join(", ", down),
                    named("CREATE TABLE T (id int, name text);\n" + more, number),
                    named(dropView + dropIndex + "DROP TABLE T;", number));
        }
        return migrations;
    }

    private static String named(String sql, int number) {
        return sql.replaceAll("\\bT\\b", Matcher.quoteReplacement("\"T '" + number + "\""))
                .replaceAll("_N\\b", "_" + number);
    }
}
