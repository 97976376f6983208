package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.error.AludelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cuts the connection after so many bytes of an upgrade or a downgrade: the run says so, and the next one brings the
 * database where an undisturbed one does. {@code -Daludel.cuts=400} cuts so many times, and twelve times near the end, on each database.
 */
class CutTest {
    private static final int CUTS = Integer.getInteger("aludel.cuts", 20);

    /** More cuts, at the end, where a run commits what it has done. */
    private static final int LAST = 12;

    private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theNextRunSucceeds(Arena arena) throws Exception {
        String undisturbed = arena.create(directory);
        long up = bytes(undisturbed, "upgrade");
        List<String> upgraded = Shop.describe(undisturbed, true);
        long down = bytes(undisturbed, "downgrade");
        List<String> downgraded = Shop.describe(undisturbed, false);
        Map<String, Integer> endings = new TreeMap<>();
        for (int number = 0; number < CUTS + LAST; number++) {
            boolean upwards = number % 3 != 2;
            String direction = upwards ? "upgrade" : "downgrade";
            String url = arena.create(directory);
            if (!upwards) {
                Shop.run(url, "upgrade");
            }
            long whole = upwards ? up : down;
            long cut = number < CUTS ? whole * (2L * number + 1) / (2L * CUTS) : whole - 50L * (number - CUTS + 1);
            endings.merge(cut(url, direction, cut), 1, Integer::sum);
            Shop.run(url, direction);
            assertThat(Shop.describe(url, upwards))
                    .as("%s, %s cut after %d bytes", arena, direction, cut)
                    .isEqualTo(upwards ? upgraded : downgraded);
        }
        System.out.println("cuts on " + arena + ": " + (CUTS + LAST) + ", of " + up + " bytes upwards and " + down
                + " downwards; the runs ended with " + endings);
        assertThat(endings.getOrDefault("nothing", 0)).isLessThan(CUTS / 4);
    }

    /** What an undisturbed run sends and hears. */
    private static long bytes(String url, String direction) throws IOException {
        try (CuttingProxy proxy = CuttingProxy.start(port(url), Long.MAX_VALUE)) {
            Shop.run(through(proxy, url), direction);
            return proxy.passed();
        }
    }

    private static String cut(String url, String direction, long bytes) throws Exception {
        try (CuttingProxy proxy = CuttingProxy.start(port(url), bytes)) {
            Optional<AludelException> failure = Shop.findFailure(through(proxy, url), direction);
            if (failure.isPresent()) {
                Thread.sleep(20);
                Shop.requireTrue(failure.get(), url);
            }
            return failure.map(each -> each.code().code()).orElse("nothing");
        }
    }

    private static int port(String url) {
        Matcher port = PORT.matcher(url);
        assertThat(port.find()).as(url).isTrue();
        return Integer.parseInt(port.group());
    }

    private static String through(CuttingProxy proxy, String url) {
        return PORT.matcher(url).replaceFirst(String.valueOf(proxy.port()));
    }
}
