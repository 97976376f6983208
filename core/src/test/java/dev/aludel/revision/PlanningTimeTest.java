package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Planning stays linear: a quadratic step would take minutes at this size. */
class PlanningTimeTest {
    private static final int REVISIONS = 100_000;
    private static final RevisionTarget HEADS = RevisionTarget.parse("heads");

    @Test
    void aHundredThousandRevisionsWithTenThousandMerges() {
        assertTimes("diamonds", diamonds());
    }

    @Test
    void aHundredThousandRevisionsInAWideGraph() {
        assertTimes("wide", wide());
    }

    private static void assertTimes(String name, List<Revision> revisions) {
        RevisionGraph graph = timed(name + ": load", Duration.ofSeconds(2), () -> RevisionGraph.of(revisions));
        Plan up = timed(name + ": upgrade heads", Duration.ofSeconds(2), () -> graph.upgrade(Heads.empty(), HEADS));
        assertThat(up.steps()).hasSize(REVISIONS);
        timed(name + ": heads", Duration.ofMillis(500), graph::heads);
        timed(name + ": current", Duration.ofMillis(500), () -> graph.current(up.to()));
        timed(name + ": nothing to do", Duration.ofMillis(500), () -> graph.upgrade(up.to(), HEADS));
        Plan down = timed(
                name + ": downgrade base",
                Duration.ofSeconds(2),
                () -> graph.downgrade(up.to(), RevisionTarget.parse("base")));
        assertThat(down.steps()).hasSize(REVISIONS);
        assertThat(down.steps().get(REVISIONS - 1).after()).isEqualTo(Heads.empty());
        assertThat(up.steps().get(REVISIONS / 2).after())
                .isEqualTo(up.steps().get(REVISIONS / 2 + 1).before());
        timed(name + ": stamp heads", Duration.ofSeconds(2), () -> graph.stamp(Heads.empty(), List.of(HEADS)));
    }

    /** The best of up to three attempts counts: other work on the machine must not fail the build. */
    private static <T> T timed(String what, Duration limit, Supplier<T> action) {
        Duration best = Duration.ofDays(1);
        T result = null;
        for (int attempt = 0; attempt < 3 && best.compareTo(limit) >= 0; attempt++) {
            long start = System.nanoTime();
            result = action.get();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        System.out.println("planning " + what + ": " + best.toMillis() + " ms");
        assertThat(best).as(what).isLessThan(limit);
        return result;
    }

    /** Ten revisions, of which four form a diamond, ten thousand times. */
    private static List<Revision> diamonds() {
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < REVISIONS; number++) {
            int place = number % 10;
            List<Integer> down = place == 8 ? List.of(number - 2) : List.of(number - 1);
            revisions.add(
                    revision(number, place == 9 ? List.of(number - 1, number - 2) : number == 0 ? List.of() : down));
        }
        return revisions;
    }

    /** Each revision follows a random earlier one, every tenth merges two: tens of thousands of heads. */
    private static List<Revision> wide() {
        Random random = new Random(7);
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < REVISIONS; number++) {
            List<Integer> down = new ArrayList<>();
            if (number > 0) {
                down.add(random.nextInt(number));
            }
            if (number > 1 && number % 10 == 0) {
                down.add(random.nextInt(number));
            }
            revisions.add(revision(number, down));
        }
        return revisions;
    }

    private static Revision revision(int number, List<Integer> down) {
        return new Revision(
                RevisionId.of("r" + number),
                down.stream()
                        .distinct()
                        .map(parent -> RevisionId.of("r" + parent))
                        .toList(),
                List.of(),
                List.of(),
                "revision " + number,
                Instant.EPOCH.plusSeconds(number),
                "r" + number + ".sql");
    }
}
