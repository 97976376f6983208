package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Aludel;
import dev.aludel.error.AludelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server ends the session of a run, at every boundary of an upgrade and a downgrade: the run says so, and the next one
 * brings the database where an undisturbed one does.
 */
class EndedSessionTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.aludel.conformance.faults.Arena#withSessions")
    void theNextRunSucceeds(Arena arena) throws Exception {
        String undisturbed = arena.create(directory);
        Map<String, Integer> endings = new TreeMap<>();
        for (String direction : List.of("upgrade", "downgrade")) {
            Boundaries counting = new Boundaries(-1, () -> {});
            Shop.run(disturbed(undisturbed, counting), direction);
            List<String> wanted = Shop.describe(undisturbed, direction.equals("upgrade"));
            for (int boundary = 0; boundary < counting.passed(); boundary++) {
                String url = arena.create(directory);
                if (direction.equals("downgrade")) {
                    Shop.run(url, "upgrade");
                }
                endings.merge(endAt(boundary, arena, url, direction), 1, Integer::sum);
                Shop.run(url, direction);
                assertThat(Shop.describe(url, direction.equals("upgrade")))
                        .as("%s, the session ended at boundary %d of the %s", arena, boundary, direction)
                        .isEqualTo(wanted);
            }
        }
        System.out.println("sessions ended on " + arena + ": "
                + endings.values().stream().mapToInt(Integer::intValue).sum() + "; the runs ended with " + endings);
    }

    private static Aludel disturbed(String url, Boundaries boundaries) {
        return Aludel.migrations(Shop.VERSIONS).listener(boundaries).on(new UrlDataSource(url));
    }

    private static String endAt(int boundary, Arena arena, String url, String direction) throws Exception {
        Boundaries boundaries = new Boundaries(boundary, () -> arena.endSessions(url));
        try {
            Shop.run(disturbed(url, boundaries), direction);
            return "nothing";
        } catch (AludelException failure) {
            Shop.requireGoodManners(failure);
            Shop.requireTrue(failure, url);
            return failure.code().code();
        }
    }
}
