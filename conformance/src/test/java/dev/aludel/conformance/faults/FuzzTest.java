package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.aludel.conformance.project.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spoils migrations, configurations, history rows and command lines: each run ends with success, or with a whole message
 * and an unchanged database. {@code -Daludel.fuzz=10000} sets how many cases, {@code -Daludel.fuzz.seed=…} begins with
 * the seed that a failure names.
 */
class FuzzTest {
    private static final int CASES = Integer.getInteger("aludel.fuzz", 240);
    private static final long SEED = Long.getLong("aludel.fuzz.seed", 20260301L);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void everyCaseEndsWell(Arena arena) throws Exception {
        int cases = arena == Arena.SQLITE ? CASES * 4 / 5 : CASES / 5;
        Map<FuzzKind, Map<Integer, Integer>> ends = new EnumMap<>(FuzzKind.class);
        List<String> failures = new ArrayList<>();
        FuzzGround ground = new FuzzGround(arena, directory);
        for (int number = 0; number < cases; number++) {
            long seed = SEED + number;
            FuzzKind kind = FuzzKind.values()[(int) (seed % FuzzKind.values().length)];
            try {
                int code = assertTimeoutPreemptively(LIMIT, () -> end(ground, kind, seed));
                ends.computeIfAbsent(kind, any -> new TreeMap<>()).merge(code, 1, Integer::sum);
            } catch (AssertionError | StackOverflowError | LinkageError wrong) {
                failures.add("-Daludel.fuzz.seed=" + seed + " " + kind + "\n" + wrong);
            }
        }
        System.out.println("fuzz on " + arena + " from seed " + SEED + ": " + cases + " cases, exit codes " + ends);
        assertThat(failures).isEmpty();
    }

    private static int end(FuzzGround ground, FuzzKind kind, long seed) throws IOException, SQLException {
        Checkout checkout = ground.fresh();
        String url = ground.url();
        List<String> command = kind.prepare(checkout, url, new Mutator(new Random(seed)));
        Snapshot before = Snapshot.of(url);
        CommandRun run = checkout.run(command.toArray(String[]::new));
        if (run.exitCode() != 0) {
            assertThat(Snapshot.of(url)).as(run.toString()).isEqualTo(before);
        }
        return run.exitCode();
    }
}
