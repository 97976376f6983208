package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Aludel;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills processes in the middle of upgrades and downgrades; the next run must bring the database where an undisturbed one
 * does, without any repair. {@code -Daludel.kills=130} kills so many for each kind of database.
 */
class KillTest {
    private static final String VERSIONS = "dev.aludel.conformance.faults.versions";
    private static final int KILLS = Integer.getInteger("aludel.kills", 10);
    private static final List<String> CLASS_PATH =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));

    @TempDir
    Path directory;

    private static Aludel aludel(String url) {
        return Aludel.migrations(VERSIONS).on(new UrlDataSource(url));
    }

    private static void run(String url, String direction) {
        if (direction.equals("upgrade")) {
            aludel(url).upgrade("head");
        } else {
            aludel(url).downgrade("base");
        }
    }

    /** Schema, rows, and what the history says. */
    private static List<String> describe(String url, boolean upgraded) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            List<String> parts = new ArrayList<>();
            parts.add(Dialects.forUrl(url)
                    .inspect(connection, InspectOptions.currentSchema())
                    .toString());
            parts.addAll(query(connection, "SELECT revision, status, statements_done FROM aludel_history ORDER BY 1"));
            if (upgraded) {
                parts.addAll(query(connection, "SELECT id, full_name, updates FROM author ORDER BY id"));
            }
            return parts;
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
            return values;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunSucceeds(Arena arena) throws Exception {
        String undisturbed = arena.create(directory);
        run(undisturbed, "upgrade");
        List<String> upgraded = describe(undisturbed, true);
        run(undisturbed, "downgrade");
        List<String> downgraded = describe(undisturbed, false);
        Random random = new Random(42);
        int atBoundaries = 0;
        for (int number = 0; number < KILLS; number++) {
            boolean up = number % 3 != 2;
            boolean boundary = number % 4 != 3;
            String direction = up ? "upgrade" : "downgrade";
            String url = arena.create(directory);
            if (!up) {
                run(url, "upgrade");
            }
            String where = boundary ? killAtBoundary(url, direction, random) : killSometime(url, direction, random);
            atBoundaries += boundary ? 1 : 0;
            run(url, direction);
            assertThat(describe(url, up)).as("%s, %s", arena, where).isEqualTo(up ? upgraded : downgraded);
        }
        System.out.println("kills on " + arena + ": " + KILLS + ", " + atBoundaries + " of them at boundaries");
    }

    private static String killAtBoundary(String url, String direction, Random random)
            throws IOException, InterruptedException {
        int boundary = random.nextInt(direction.equals("upgrade") ? 26 : 24);
        Process process = Processes.start(CLASS_PATH, url, VERSIONS, direction, String.valueOf(boundary));
        String said = Processes.await(process, "HERE");
        Processes.kill(process);
        assertThat(said).contains("HERE");
        return direction + " killed at boundary " + boundary;
    }

    private static String killSometime(String url, String direction, Random random)
            throws IOException, InterruptedException {
        int millis = random.nextInt(400);
        Process process = Processes.start(CLASS_PATH, url, VERSIONS, direction, "-1");
        assertThat(Processes.await(process, "READY")).contains("READY");
        Thread.sleep(millis);
        Processes.kill(process);
        return direction + " killed after " + millis + " ms";
    }
}
