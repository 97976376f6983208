package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many processes that start at once; {@code -Daludel.processes=50} sets how many. */
class RaceTest {
    private static final int PROCESSES = Integer.getInteger("aludel.processes", 8);
    private static final int REVISIONS = 20;

    @TempDir
    Path directory;

    private List<String> classPath() throws IOException {
        Path versions = Files.createDirectories(directory.resolve("race/versions"));
        for (int i = 1; i <= REVISIONS; i++) {
            Files.writeString(
                    versions.resolve("r" + i + ".sql"), """
                    -- revision: r%d
                    -- down:     %s
                    -- created:  2026-03-01T10:22:41Z
                    -- message:  table %d

                    -- upgrade
                    CREATE TABLE t%d (id int);

                    -- downgrade
                    DROP TABLE t%d;
                    """.formatted(i, i == 1 ? "" : "r" + (i - 1), i, i, i));
        }
        List<String> path = new ArrayList<>(List.of(directory.toString()));
        path.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
        return path;
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void eachRevisionRunsOnce(Arena arena) throws Exception {
        List<String> classPath = classPath();
        String url = arena.create(directory);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(Processes.start(classPath, url, "race.versions", "upgrade", "-1"));
        }
        int steps = 0;
        for (Process process : processes) {
            String said = Processes.await(process, "DONE");
            assertThat(process.waitFor()).as(said).isZero();
            steps += Integer.parseInt(said.substring(said.indexOf("DONE ") + 5).strip());
        }
        assertThat(steps).isEqualTo(REVISIONS);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT revision) FROM aludel_log WHERE result = 'done'")) {
            row.next();
            assertThat(List.of(row.getInt(1), row.getInt(2))).containsExactly(REVISIONS, REVISIONS);
        }
        System.out.println("race on " + arena + ": " + PROCESSES + " processes, " + REVISIONS + " revisions");
    }
}
