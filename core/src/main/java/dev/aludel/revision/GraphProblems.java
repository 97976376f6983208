package dev.aludel.revision;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.error.Suggestions;
import dev.aludel.revision.Places.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that is wrong with a set of declarations, found in one pass and thrown as one exception. */
final class GraphProblems {
    private record Problem(ErrorCode code, String what, String at, String remedy) {}

    private final Declarations declarations;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    /** {@code complete} is false where some revisions could not be read: then none is called missing. */
    GraphProblems(Declarations declarations, Places places, boolean complete) {
        this.declarations = declarations;
        this.places = places;
        declarations.duplicates.forEach(this::checkDuplicate);
        if (complete) {
            declarations.revisions.forEach(this::checkParents);
        }
        declarations.revisions.forEach(this::checkReplaced);
        checkLabels();
    }

    void addCycles(List<int[]> cycles) {
        cycles.forEach(this::addCycle);
    }

    /** The code is that of the first problem; every further problem is a fact of its own. */
    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        Problem first = problems.get(0);
        AludelException exception =
                AludelException.of(first.code(), first.what()).at(first.at());
        for (Problem further : problems.subList(1, problems.size())) {
            exception = exception.with("also", further.code().code() + "  " + further.what() + "\n" + further.at());
        }
        throw exception
                .state("No migration was run.")
                .remedy(problems.stream().map(Problem::remedy).distinct().collect(Collectors.joining("\n")));
    }

    private void checkDuplicate(Revision duplicate) {
        Revision first = declarations.revisions.get(
                declarations.findId(duplicate.id().value()).orElseThrow());
        problems.add(new Problem(
                ErrorCode.DUPLICATE_REVISION,
                "Revision " + duplicate.id() + " is present more than once.",
                places.of(first, Part.ID) + "\n" + places.of(duplicate, Part.ID),
                "Delete one of the two files, or give the newer one an id of its own."));
    }

    private void checkParents(Revision revision) {
        for (RevisionId parent : revision.down()) {
            if (declarations.findId(parent.value()).isEmpty()) {
                addMissing(revision, parent.value(), Part.DOWN);
            }
        }
        for (String dependency : revision.dependsOn()) {
            if (declarations.findDependency(dependency).isEmpty()) {
                addMissing(revision, dependency, Part.DEPENDS_ON);
            }
        }
    }

    private void checkReplaced(Revision revision) {
        for (RevisionId gone : revision.replaces()) {
            Optional<Revision> present = declarations.findId(gone.value()).stream()
                    .mapToObj(declarations.revisions::get)
                    .findFirst();
            Revision first = declarations.replaced().getOrDefault(gone, revision);
            if (present.isPresent() || !first.equals(revision)) {
                Revision other = present.orElse(first);
                problems.add(new Problem(
                        ErrorCode.DUPLICATE_REVISION,
                        "Revision " + gone + " is replaced by " + revision.id()
                                + (present.isPresent() ? " and present all the same." : " and by " + first.id() + "."),
                        places.of(other, present.isPresent() ? Part.ID : Part.REPLACES)
                                + "\n"
                                + places.of(revision, Part.REPLACES),
                        present.isPresent()
                                ? "Delete the file of " + gone + ", which the squashed revision contains."
                                : "Take the id out of 'replaces' of one of them."));
            }
        }
    }

    private void addMissing(Revision revision, String missing, Part part) {
        String kind = part == Part.DOWN ? "down revision" : "dependency";
        List<String> known = declarations.revisions.stream()
                .filter(candidate -> !candidate.equals(revision))
                .map(candidate -> candidate.id().value())
                .toList();
        Optional<Revision> squashed = declarations.replaced().entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(missing))
                .map(Map.Entry::getValue)
                .findFirst();
        problems.add(new Problem(
                ErrorCode.MISSING_PARENT,
                "Revision " + missing + " referenced from " + revision.id() + " (" + kind + ") is not present."
                        + squashed.map(into -> " It was squashed into " + into.id() + ".")
                                .orElseGet(() -> didYouMean(missing, known)),
                places.of(revision, part),
                squashed.map(into -> "Let it refer to " + into.id() + ", which contains that revision.")
                        .orElse("Restore the file of the missing revision from version control, or correct the"
                                + " reference.")));
    }

    private static String didYouMean(String missing, Collection<String> known) {
        List<String> near = Suggestions.near(missing, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    private void checkLabels() {
        Map<String, Revision> declaredBy = new HashMap<>();
        for (Revision revision : declarations.revisions) {
            for (String label : new LinkedHashSet<>(revision.branchLabels())) {
                checkLabel(label, revision, declaredBy);
            }
        }
    }

    private void checkLabel(String label, Revision revision, Map<String, Revision> declaredBy) {
        Revision other = declarations.findId(label).stream()
                .mapToObj(declarations.revisions::get)
                .findFirst()
                .orElseGet(() -> declaredBy.getOrDefault(label, revision));
        boolean isOwnId = label.equals(revision.id().value());
        declaredBy.putIfAbsent(label, revision);
        if (!isLegalLabel(label)) {
            addLabelProblem(
                    "Branch name '" + label + "' in revision " + revision.id() + " is a reserved word or has characters"
                            + " that a revision target gives a meaning to.",
                    places.of(revision, Part.BRANCH_LABELS));
        } else if (isOwnId || !other.id().equals(revision.id())) {
            addLabelProblem(
                    "Branch name '" + label + "' in revision " + revision.id() + " already used by revision "
                            + other.id() + ".",
                    isOwnId ? label(revision, label) : label(other, label) + "\n" + label(revision, label));
        }
    }

    /** Where this name is declared: as a label, or as the revision's id. */
    private String label(Revision revision, String label) {
        return places.of(revision, revision.branchLabels().contains(label) ? Part.BRANCH_LABELS : Part.ID);
    }

    private void addLabelProblem(String what, String at) {
        problems.add(new Problem(
                ErrorCode.ILLEGAL_REVISION,
                what,
                at,
                "Give every branch a name of its own that no revision has as its id: no white space, none of '@ + :',"
                        + " not beginning with '-', and not head, heads, base or current."));
    }

    private static boolean isLegalLabel(String label) {
        return !label.isEmpty()
                && !RevisionId.RESERVED.contains(label)
                && label.charAt(0) != '-'
                && label.chars().noneMatch(letter -> "@+:".indexOf(letter) >= 0 || Character.isWhitespace(letter));
    }

    private void addCycle(int[] path) {
        Revision first = declarations.revisions.get(path[0]);
        String shown = Arrays.stream(path)
                .mapToObj(number -> declarations.revisions.get(number).id().value())
                .collect(Collectors.joining(" -> "));
        boolean loop = path.length == 1;
        problems.add(new Problem(
                ErrorCode.CYCLE,
                (loop ? "Self-loop" : "Cycle") + " is detected in revisions (" + shown + " -> " + first.id() + ").",
                IntStream.range(0, path.length)
                        .mapToObj(step -> edge(path[step], path[(step + 1) % path.length]))
                        .collect(Collectors.joining("\n")),
                loop
                        ? "Remove the revision's own id from its down revisions and dependencies."
                        : "Change the down revision or dependency of one of these revisions."));
    }

    /** Where the revision names the next one of the circle: in what it follows, or in what it depends on. */
    private String edge(int number, int next) {
        Revision revision = declarations.revisions.get(number);
        boolean follows =
                revision.down().contains(declarations.revisions.get(next).id());
        return places.of(revision, follows ? Part.DOWN : Part.DEPENDS_ON);
    }
}
