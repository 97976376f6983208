package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a database comes back to what the files have.
 *
 * @param downgrade the downgrade that takes back the most, and nothing that the files have
 * @param halfDone the targets with which half-done downgrades go on
 */
public record WayBack(Optional<Downgrade> downgrade, Map<RevisionId, String> halfDone) {
    /** Where there is nothing to take back. */
    public static final WayBack NONE = new WayBack(Optional.empty(), Map.of());

    /**
     * One call of {@code aludel downgrade}.
     *
     * @param taken what it takes back, newest first
     * @param notStored those of them whose way back the history does not keep
     */
    public record Downgrade(String target, List<RevisionId> taken, List<RevisionId> notStored) {}

    /** Asks the database only where it is ahead of the files, or a downgrade is half-done. */
    static WayBack find(Standing standing, RevisionGraph files, History history, HistoryTable tables, Connection on)
            throws SQLException {
        Heads heads = new Continuation(standing, tables).heads();
        List<RevisionId> downgrading = standing.halfDone().stream()
                .filter(each -> each.status() == Status.DOWNGRADING)
                .map(HalfDone::id)
                .toList();
        if (downgrading.isEmpty() && files.unknown(heads).isEmpty()) {
            return NONE;
        }
        Ahead ahead = Ahead.of(files, heads, history, on);
        if (!ahead.graph().unknown(heads).isEmpty()) {
            return NONE;
        }
        Map<RevisionId, String> halfDone = new LinkedHashMap<>();
        downgrading.forEach(
                id -> downgrade(ahead, heads, Set.of(id)).ifPresent(downgrade -> halfDone.put(id, downgrade.target())));
        return new WayBack(downgrade(ahead, heads, ahead.ids()), halfDone);
    }

    private static Optional<Downgrade> downgrade(Ahead ahead, Heads heads, Set<RevisionId> wanted) {
        return targets(ahead.graph(), wanted).stream()
                .map(target -> new Downgrade(target, taken(ahead.graph(), heads, target), List.of()))
                .filter(downgrade -> !downgrade.taken().isEmpty() && wanted.containsAll(downgrade.taken()))
                .max(Comparator.comparingInt(downgrade -> downgrade.taken().size()))
                .map(downgrade -> new Downgrade(
                        downgrade.target(),
                        downgrade.taken(),
                        downgrade.taken().stream().filter(ahead::isNotStored).toList()));
    }

    /** What the wanted ones stand on, then the same with the branch, for where other revisions stand there, too. */
    private static Collection<String> targets(RevisionGraph graph, Set<RevisionId> wanted) {
        Set<String> plain = new LinkedHashSet<>();
        Set<String> inBranch = new LinkedHashSet<>();
        wanted.stream()
                .sorted()
                .forEach(id -> below(graph, id)
                        .filter(below -> below.equals("base") || !wanted.contains(RevisionId.of(below)))
                        .forEach(below -> {
                            plain.add(below);
                            inBranch.add(id + "@" + below);
                        }));
        plain.addAll(inBranch);
        return plain;
    }

    private static Stream<String> below(RevisionGraph graph, RevisionId id) {
        List<RevisionId> down = graph.require(id).down();
        return down.isEmpty() ? Stream.of("base") : down.stream().map(RevisionId::value);
    }

    private static List<RevisionId> taken(RevisionGraph graph, Heads heads, String target) {
        try {
            return graph.downgrade(heads, RevisionTarget.parse(target)).steps().stream()
                    .map(step -> step.revision().id())
                    .toList();
        } catch (AludelException leadsNowhere) {
            return List.of();
        }
    }
}
