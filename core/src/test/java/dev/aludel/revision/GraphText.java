package dev.aludel.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Graphs as text, for tests: {@code graph("a <- b <- c", "b <- d", "c,d <- e")}. A line is a chain, each part stands on the
 * part before it; several names with commas are several revisions. {@code b[x y]} declares labels, {@code c(d x)}
 * dependencies. Revisions are a day younger than those that the text names before them.
 */
final class GraphText {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, List<RevisionId>> down = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new LinkedHashMap<>();
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();

    static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(revisions(lines));
    }

    static List<Revision> revisions(String... lines) {
        GraphText text = new GraphText();
        Arrays.stream(lines).forEach(text::addChain);
        List<Revision> revisions = new ArrayList<>();
        text.down.forEach((id, parents) -> revisions.add(new Revision(
                RevisionId.of(id),
                parents,
                text.dependencies.getOrDefault(id, List.of()),
                text.labels.getOrDefault(id, List.of()),
                "message of " + id,
                FIRST_DAY.plusSeconds(86_400L * revisions.size()),
                "migrations/" + id + ".sql")));
        return revisions;
    }

    private void addChain(String line) {
        List<RevisionId> parents = List.of();
        for (String part : line.split("<-")) {
            List<RevisionId> ids = new ArrayList<>();
            for (String name : part.split(",")) {
                ids.add(RevisionId.of(addRevision(name.strip(), parents)));
            }
            parents = ids;
        }
    }

    private String addRevision(String text, List<RevisionId> parents) {
        String id = text.replaceAll("[\\[(].*", "");
        down.computeIfAbsent(id, key -> new ArrayList<>()).addAll(parents);
        addWords(text, '[', ']', labels, id);
        addWords(text, '(', ')', dependencies, id);
        return id;
    }

    private static void addWords(String text, char open, char close, Map<String, List<String>> words, String id) {
        if (text.indexOf(open) >= 0) {
            String inside = text.substring(text.indexOf(open) + 1, text.indexOf(close));
            words.put(id, List.of(inside.split(" ")));
        }
    }

    /** The ids, in order, with blanks between them. */
    static String ids(Iterable<Revision> revisions) {
        List<String> ids = new ArrayList<>();
        revisions.forEach(revision -> ids.add(revision.id().value()));
        return String.join(" ", ids);
    }

    /** The steps as {@code revision: heads after} lines. */
    static List<String> steps(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.revision().id() + ": " + step.after())
                .toList();
    }

    static RevisionTarget to(String target) {
        return RevisionTarget.parse(target);
    }
}
