package dev.aludel.conformance.faults;

import static dev.aludel.conformance.faults.Obstacle.Stage.BEGUN;
import static dev.aludel.conformance.faults.Obstacle.Stage.EMPTY;
import static dev.aludel.conformance.faults.Obstacle.Stage.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.error.AludelException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes one privilege after the other from the user that migrates, or all writing: the run says what it may not do, and when
 * it may, the next one goes on without any repair.
 */
class PrivilegeTest {
    @TempDir
    Path directory;

    private final Map<Obstacle.Stage, List<String>> undisturbed = new HashMap<>();

    private static Obstacle right(Obstacle.Stage stage, String right, String on) {
        return Obstacle.of(
                stage, "REVOKE " + right + " ON " + on + " FROM CLERK", "GRANT " + right + " ON " + on + " TO CLERK");
    }

    private static Obstacle owner(Obstacle.Stage stage, String table) {
        return Obstacle.of(
                stage, "ALTER TABLE " + table + " OWNER TO postgres", "ALTER TABLE " + table + " OWNER TO CLERK");
    }

    private static Obstacle readOnly(Obstacle.Stage stage) {
        return Obstacle.of(
                stage,
                "ALTER ROLE CLERK SET default_transaction_read_only = on",
                "ALTER ROLE CLERK RESET default_transaction_read_only");
    }

    private static List<Obstacle> onPostgres(String database) {
        return List.of(
                Obstacle.of(
                        EMPTY,
                        "REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC",
                        "GRANT CONNECT ON DATABASE " + database + " TO PUBLIC"),
                right(EMPTY, "CREATE", "SCHEMA public"),
                Obstacle.of(
                        EMPTY, "REVOKE ALL ON SCHEMA public FROM PUBLIC, CLERK", "GRANT ALL ON SCHEMA public TO CLERK"),
                readOnly(EMPTY),
                right(BEGUN, "CREATE", "SCHEMA public"),
                right(BEGUN, "SELECT", "aludel_history"),
                right(BEGUN, "INSERT", "aludel_history"),
                right(BEGUN, "UPDATE", "aludel_history"),
                right(BEGUN, "INSERT", "aludel_log"),
                right(BEGUN, "SELECT", "author"),
                right(BEGUN, "UPDATE", "author"),
                owner(BEGUN, "book"),
                owner(BEGUN, "author"),
                readOnly(BEGUN),
                right(FULL, "SELECT", "aludel_history"),
                right(FULL, "UPDATE", "aludel_history"),
                right(FULL, "DELETE", "aludel_history"),
                right(FULL, "INSERT", "aludel_log"),
                right(FULL, "UPDATE", "author"),
                owner(FULL, "book"),
                owner(FULL, "author"),
                readOnly(FULL));
    }

    private static List<Obstacle> onMariaDb(String database) {
        List<Obstacle> obstacles = new ArrayList<>();
        Map<Obstacle.Stage, List<String>> rights = Map.of(
                EMPTY, List.of("CREATE", "SELECT", "INSERT", "UPDATE"),
                BEGUN, List.of("ALTER", "INDEX", "SELECT", "INSERT", "UPDATE"),
                FULL, List.of("ALTER", "DROP", "INDEX", "SELECT", "INSERT", "UPDATE", "DELETE"));
        rights.forEach((stage, all) -> all.forEach(right -> obstacles.add(right(stage, right, database + ".*"))));
        for (Obstacle.Stage stage : Obstacle.Stage.values()) {
            obstacles.add(Obstacle.of(stage, "SET GLOBAL read_only = 1", "SET GLOBAL read_only = 0"));
        }
        return obstacles;
    }

    @Test
    void onPostgres() throws SQLException {
        note(Arena.POSTGRESQL.create(directory));
        int count = onPostgres("x").size();
        for (int number = 0; number < count; number++) {
            String administrator = Arena.POSTGRESQL.create(directory);
            String database = administrator.replaceFirst(".*/(\\w+)\\?.*", "$1");
            String user = user();
            Shop.execute(
                    administrator,
                    "CREATE ROLE " + user + " LOGIN PASSWORD '" + Shop.SECRET + "'",
                    "GRANT ALL ON SCHEMA public TO " + user);
            meet(onPostgres(database).get(number), administrator, user, "user=postgres");
        }
        System.out.println("privileges on PostgreSQL: " + count);
    }

    @Test
    void onMariaDb() throws SQLException {
        note(Arena.MARIADB.create(directory));
        int count = onMariaDb("x").size();
        for (int number = 0; number < count; number++) {
            String administrator = Arena.MARIADB.create(directory);
            String database = administrator.replaceFirst(".*/(\\w+)\\?.*", "$1");
            String user = user();
            Shop.execute(
                    administrator,
                    "CREATE USER " + user + " IDENTIFIED BY '" + Shop.SECRET + "'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON " + database
                            + ".* TO " + user);
            meet(onMariaDb(database).get(number), administrator, user, "user=root");
        }
        System.out.println("privileges on MariaDB: " + count);
    }

    private void note(String url) throws SQLException {
        Shop.run(url, "upgrade");
        List<String> upgraded = Shop.describe(url, true);
        Shop.run(url, "downgrade");
        undisturbed.putAll(Map.of(EMPTY, upgraded, BEGUN, upgraded, FULL, Shop.describe(url, false)));
    }

    private static String user() {
        return "c" + UUID.randomUUID().toString().replace("-", "");
    }

    private void meet(Obstacle obstacle, String administrator, String user, String administratorsName)
            throws SQLException {
        String url = administrator.replace(administratorsName, "user=" + user + "&password=" + Shop.SECRET);
        assertThat(url).contains(user);
        obstacle.stage().prepare(url);
        obstacle.stand(administrator, user);
        try {
            AludelException failure = Shop.fail(url, obstacle.stage().direction);
            assertThat(failure.findFact("db"))
                    .as(failure.format())
                    .hasValueSatisfying(text -> assertThat(text)
                            .containsPattern("denied|must be owner|read-only|no schema has been selected"));
            Shop.requireTrue(failure, administrator);
        } finally {
            obstacle.go(administrator, user);
        }
        Shop.run(url, obstacle.stage().direction);
        assertThat(Shop.describe(administrator, obstacle.stage() != FULL))
                .as("%s", obstacle)
                .isEqualTo(Objects.requireNonNull(undisturbed.get(obstacle.stage())));
    }
}
