package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Revisions as they were declared, oldest first, with the names that they declare; may still contradict one another. */
final class Declarations {
    private static final Comparator<Revision> OLDEST_FIRST =
            Comparator.comparing(Revision::created).thenComparing(Revision::id).thenComparing(Revision::source);

    /** Without later declarations of an id that was already declared. */
    final List<Revision> revisions = new ArrayList<>();

    /** Declarations of an id that an earlier one of {@link #revisions} has. */
    final List<Revision> duplicates = new ArrayList<>();

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final Map<RevisionId, Revision> replaced = new LinkedHashMap<>();

    Declarations(Collection<Revision> declared) {
        List<Revision> sorted = new ArrayList<>(declared);
        sorted.sort(OLDEST_FIRST);
        sorted.forEach(this::add);
        for (int number = 0; number < revisions.size(); number++) {
            for (String label : revisions.get(number).branchLabels()) {
                labels.putIfAbsent(label, number);
            }
        }
        for (Revision revision : revisions) {
            revision.replaces().forEach(gone -> replaced.putIfAbsent(gone, revision));
        }
    }

    private void add(Revision revision) {
        if (ids.putIfAbsent(revision.id().value(), revisions.size()) == null) {
            revisions.add(revision);
        } else {
            duplicates.add(revision);
        }
    }

    OptionalInt findId(String id) {
        return optional(ids.get(id));
    }

    OptionalInt findLabel(String label) {
        return optional(labels.get(label));
    }

    /** The revision that a dependency names, by its id or by a branch label. */
    OptionalInt findDependency(String name) {
        OptionalInt byId = findId(name);
        return byId.isPresent() ? byId : findLabel(name);
    }

    /** The revisions that were squashed into others, and into which. */
    Map<RevisionId, Revision> replaced() {
        return replaced;
    }

    Map<String, Integer> labels() {
        return labels;
    }

    /** For each revision the numbers of those that it follows; leaves out names that nothing declares. */
    int[][] down() {
        int[][] down = new int[revisions.size()][];
        for (int number = 0; number < down.length; number++) {
            down[number] = down(revisions.get(number));
        }
        return down;
    }

    /** For each revision the numbers of those that it follows or depends on; leaves out names that nothing declares. */
    int[][] parents(int[][] down) {
        int[][] parents = down.clone();
        for (int number = 0; number < parents.length; number++) {
            Revision revision = revisions.get(number);
            if (!revision.dependsOn().isEmpty()) {
                parents[number] = IntStream.concat(IntStream.of(down[number]), dependencies(revision))
                        .distinct()
                        .toArray();
            }
        }
        return parents;
    }

    /** Nearly always one: a stream for each revision would cost more than all the rest of a graph. */
    private int[] down(Revision revision) {
        int[] numbers = new int[revision.down().size()];
        int known = 0;
        for (RevisionId id : revision.down()) {
            Integer number = ids.get(id.value());
            if (number != null) {
                numbers[known++] = number;
            }
        }
        return known == 1 && numbers.length == 1
                ? numbers
                : IntStream.of(numbers).limit(known).distinct().toArray();
    }

    private IntStream dependencies(Revision revision) {
        return revision.dependsOn().stream().map(this::findDependency).flatMapToInt(OptionalInt::stream);
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
