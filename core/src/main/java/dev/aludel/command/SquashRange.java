package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the revisions of {@code A:B} that may become one: a line on whose middle nothing else stands. */
final class SquashRange {
    private SquashRange() {}

    /** From A to B, oldest first, at least two. */
    static List<Revision> of(RevisionGraph graph, String range) {
        String[] ends = range.split(":", -1);
        if (ends.length != 2 || ends[0].isEmpty() || ends[1].isEmpty()) {
            throw refusal("A range to squash is <first>:<last>; this is '" + range + "'")
                    .remedy("For example: `aludel squash 3f1a2b:9c0d11`.");
        }
        Revision first = single(graph, ends[0]);
        Revision last = single(graph, ends[1]);
        List<Revision> line = new ArrayList<>(List.of(last));
        for (Revision at = last;
                !at.id().equals(first.id());
                at = graph.require(at.down().get(0))) {
            if (at.down().size() != 1) {
                throw (at.down().isEmpty()
                                ? refusal(last.id() + " does not stand on " + first.id())
                                : refusal(at.id() + " is a merge inside the range")
                                        .at(at.source()))
                        .remedy("Name a range without branches; `aludel history` draws the graph.");
            }
            line.add(graph.require(at.down().get(0)));
        }
        Collections.reverse(line);
        if (line.size() < 2) {
            throw refusal("The range " + range + " has only one revision").remedy("Name two different ends.");
        }
        requireClosed(graph, line);
        return line;
    }

    private static void requireClosed(RevisionGraph graph, List<Revision> line) {
        Set<RevisionId> inside = line.stream().map(Revision::id).collect(Collectors.toSet());
        Set<RevisionId> gone =
                line.subList(0, line.size() - 1).stream().map(Revision::id).collect(Collectors.toSet());
        for (Revision other : graph.revisions()) {
            boolean standsOnMiddle = graph.parents(other.id()).stream().anyMatch(gone::contains);
            if (standsOnMiddle && !inside.contains(other.id())) {
                throw refusal(other.id() + " stands on a revision in the middle of the range")
                        .at(other.source())
                        .remedy("End the range there, or put that revision on another one first: `aludel revision"
                                + " --rebase " + other.id() + "`.");
            }
        }
    }

    private static Revision single(RevisionGraph graph, String symbol) {
        List<Revision> found = graph.resolve(symbol, Heads.empty());
        if (found.size() != 1) {
            throw refusal("'" + symbol + "' names " + (found.isEmpty() ? "no revision" : "several revisions"))
                    .remedy("Name one revision at each end.");
        }
        return found.get(0);
    }

    private static AludelException refusal(String what) {
        return AludelException.of(ErrorCode.INVALID_TARGET, what + ".").state("No file was written or deleted.");
    }
}
