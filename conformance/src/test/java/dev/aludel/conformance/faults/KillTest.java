package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills processes in the middle of upgrades and downgrades; the next run must bring the database where an undisturbed one
 * does, without any repair. {@code -Daludel.kills=130} kills so many for each kind of database.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("aludel.kills", 10);
    private static final List<String> CLASS_PATH =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.aludel.conformance.faults.Arena#available")
    void theNextRunSucceeds(Arena arena) throws Exception {
        String undisturbed = arena.create(directory);
        Shop.run(undisturbed, "upgrade");
        List<String> upgraded = Shop.describe(undisturbed, true);
        Shop.run(undisturbed, "downgrade");
        List<String> downgraded = Shop.describe(undisturbed, false);
        Map<String, Integer> boundaries = boundaries(arena.create(directory));
        Random random = new Random(42);
        int atBoundaries = 0;
        for (int number = 0; number < KILLS; number++) {
            boolean up = number % 3 != 2;
            boolean boundary = number % 4 != 3;
            String direction = up ? "upgrade" : "downgrade";
            String url = arena.create(directory);
            if (!up) {
                Shop.run(url, "upgrade");
            }
            String where = boundary
                    ? killAtBoundary(url, direction, random.nextInt(boundaries.get(direction)))
                    : killSometime(url, direction, random);
            atBoundaries += boundary ? 1 : 0;
            Shop.run(url, direction);
            assertThat(Shop.describe(url, up)).as("%s, %s", arena, where).isEqualTo(up ? upgraded : downgraded);
        }
        System.out.println("kills on " + arena + ": " + KILLS + ", " + atBoundaries + " of them at boundaries");
    }

    /** How many there are each way: what shares a statement has none between. */
    private static Map<String, Integer> boundaries(String url) throws IOException, InterruptedException {
        Map<String, Integer> found = new HashMap<>();
        for (String direction : List.of("upgrade", "downgrade")) {
            Process process = Processes.start(CLASS_PATH, url, Shop.VERSIONS, direction, "-1");
            String said = Processes.await(process, "DONE");
            found.put(
                    direction,
                    said.lines()
                            .filter(line -> line.startsWith("PASSED "))
                            .map(line -> Integer.valueOf(line.substring("PASSED ".length())))
                            .findFirst()
                            .orElseThrow());
            Processes.kill(process);
        }
        return found;
    }

    private static String killAtBoundary(String url, String direction, int boundary)
            throws IOException, InterruptedException {
        Process process = Processes.start(CLASS_PATH, url, Shop.VERSIONS, direction, String.valueOf(boundary));
        String said = Processes.await(process, "HERE");
        Processes.kill(process);
        assertThat(said).contains("HERE");
        return direction + " killed at boundary " + boundary;
    }

    private static String killSometime(String url, String direction, Random random)
            throws IOException, InterruptedException {
        int millis = random.nextInt(400);
        Process process = Processes.start(CLASS_PATH, url, Shop.VERSIONS, direction, "-1");
        assertThat(Processes.await(process, "READY")).contains("READY");
        Thread.sleep(millis);
        Processes.kill(process);
        return direction + " killed after " + millis + " ms";
    }
}
