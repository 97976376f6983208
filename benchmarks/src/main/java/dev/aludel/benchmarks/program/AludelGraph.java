package dev.aludel.benchmarks.program;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds a graph of so many revisions, every tenth of them a merge, and plans the way to its head: {@code COUNT}. */
public final class AludelGraph {
    private AludelGraph() {}

    public static void main(String[] arguments) throws Exception {
        List<Revision> revisions = revisions(Integer.parseInt(arguments[0]));
        Timed.run(1, () -> {
            int steps = RevisionGraph.of(revisions)
                    .upgrade(Heads.empty(), RevisionTarget.parse("head"))
                    .steps()
                    .size();
            if (steps != revisions.size()) {
                throw new IllegalStateException(steps + " steps");
            }
        });
    }

    private static List<Revision> revisions(int count) {
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int place = number % 10;
            List<Integer> down = number == 0
                    ? List.of()
                    : place == 9 ? List.of(number - 1, number - 2) : List.of(place == 8 ? number - 2 : number - 1);
            revisions.add(new Revision(
                    id(number),
                    down.stream().map(AludelGraph::id).toList(),
                    List.of(),
                    List.of(),
                    "step " + number,
                    Instant.EPOCH,
                    number + ".sql",
                    List.of()));
        }
        return revisions;
    }

    private static RevisionId id(int number) {
        return RevisionId.of(String.format("%012x", number));
    }
}
