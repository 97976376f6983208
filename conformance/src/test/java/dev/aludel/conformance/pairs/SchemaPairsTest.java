package dev.aludel.conformance.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aludel.servers.MySqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Takes foreign pairs of schemas from the old one to the new one and back.
 *
 * <p>{@code -Daludel.pairs=FILE} names the pair file, one JSON object a line. Without it, the file is looked for beside the
 * repository, and the test is aborted where there is none. {@code -Daludel.pairs.only=TEXT} takes those whose title has it.
 */
class SchemaPairsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path DEFAULT =
            ROOT.resolve("../shared/ddl-pairs/pairs.jsonl").normalize();

    /** How many pairs of the file beside the repository fail today, by server: fewer is progress, more is a defect. */
    private static final Map<String, Integer> KNOWN_FAILURES =
            Map.of("PostgreSQL 18", 26, "MariaDB 11.4", 4, "MariaDB 10.11", 4, "MySQL 8.0", 5, "SQLite", 0);

    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, int[]> sources = new TreeMap<>();
    private final Map<String, Integer> unmanaged = new TreeMap<>();
    private final int[] totals = new int[PairCheck.Outcome.values().length];

    @Test
    void everyPairIsMigratedThereAndBack() throws IOException, SQLException {
        List<SchemaPair> pairs = read();
        try (PostgresPairs postgres = new PostgresPairs()) {
            run(postgres, pairs);
        }
        for (MySqlServer server : MySqlServer.available()) {
            run(new MySqlPairs(server), pairs);
        }
        run(new SqlitePairs(), pairs);
        sources.forEach((source, counts) -> System.out.println(source + ": " + counts[0] + " passed, "
                + counts[PairCheck.Outcome.FAILED.ordinal()] + " failed, "
                + counts[PairCheck.Outcome.NOT_LOADED.ordinal()] + " not taken by the server"));
        unmanaged.forEach((kind, count) -> System.out.println("kind of object in failures: " + kind + " " + count));
        System.out.println(totals[0] + " passed, " + totals[PairCheck.Outcome.FAILED.ordinal()] + " failed");
        assertThat(totals[0]).isPositive();
        if (System.getProperty("aludel.pairs", "").isEmpty()) {
            failures.forEach((server, failed) -> assertThat(failed)
                    .as("pairs that fail on %s", server)
                    .isLessThanOrEqualTo(KNOWN_FAILURES.get(server)));
        }
    }

    private void run(PairServer server, List<SchemaPair> pairs) throws SQLException {
        for (SchemaPair pair : pairs) {
            if (server.serves().contains(pair.database())) {
                count(server.name(), pair, new PairCheck(server, pair).run());
            }
        }
    }

    private void count(String server, SchemaPair pair, PairCheck.Result result) {
        totals[result.outcome().ordinal()]++;
        sources.computeIfAbsent(
                        server + " " + pair.scope() + " " + pair.source(),
                        key -> new int[PairCheck.Outcome.values().length])[
                result.outcome().ordinal()]++;
        if (result.outcome() != PairCheck.Outcome.PASSED) {
            System.out.println(
                    result.outcome() + " " + server + " " + pair.title() + " " + pair.kinds() + ": " + result.what());
        }
        if (result.outcome() == PairCheck.Outcome.FAILED) {
            failures.merge(server, 1, Integer::sum);
            pair.kinds().forEach(kind -> unmanaged.merge(kind, 1, Integer::sum));
        }
    }

    private static List<SchemaPair> read() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> wanted =
                Arrays.asList(System.getProperty("aludel.pairs.only", "").split(","));
        List<SchemaPair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(pairFile())) {
            SchemaPair pair = new SchemaPair(mapper.readTree(line));
            if (wanted.stream().anyMatch(pair.title()::contains)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static Path pairFile() {
        String given = System.getProperty("aludel.pairs", "");
        Path file = given.isEmpty() ? DEFAULT : ROOT.resolve(given);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (!given.isEmpty()) {
            fail("No pair file at " + file + ", as given by -Daludel.pairs");
        }
        System.out.println(
                "SchemaPairsTest: no pair file at " + file + "; nothing was checked. Use -Daludel.pairs=FILE.");
        return abort("no pair file at " + file);
    }
}
