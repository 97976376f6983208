package dev.aludel.runtime;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database has beyond the files: a newer release migrated it, or a branch that is not here. Its history knows
 * how these revisions stand on one another, and the SQL that undoes them.
 */
final class Ahead {
    private final RevisionGraph graph;
    private final Map<RevisionId, HistoryRow> rows;

    private Ahead(RevisionGraph graph, Map<RevisionId, HistoryRow> rows) {
        this.graph = graph;
        this.rows = rows;
    }

    /** Asks the database only where its heads are not all known to the files. */
    static Ahead of(RevisionGraph files, Heads heads, History history, Connection connection) throws SQLException {
        if (files.unknown(heads).isEmpty()) {
            return new Ahead(files, Map.of());
        }
        List<HistoryRow> all = history.rows(connection);
        Set<RevisionId> unknown =
                Set.copyOf(ids(all.stream().map(HistoryRow::id).toList(), heads, files));
        Map<RevisionId, HistoryRow> rows = all.stream()
                .filter(row -> unknown.contains(row.id()))
                .collect(Collectors.toMap(HistoryRow::id, Function.identity()));
        return new Ahead(rows.isEmpty() ? files : joined(files, rows), rows);
    }

    /**
     * The revisions of these that the files do not have, in the same order; none where the heads are known: then they were
     * squashed. None either where a head was squashed into a revision that is not applied: then the files are not older.
     */
    static List<RevisionId> ids(Collection<RevisionId> applied, Heads heads, RevisionGraph files) {
        Set<RevisionId> squashed = files.revisions().stream()
                .flatMap(revision -> revision.replaces().stream())
                .collect(Collectors.toSet());
        List<RevisionId> unknown = files.unknown(heads);
        if (unknown.isEmpty() || unknown.stream().anyMatch(squashed::contains)) {
            return List.of();
        }
        return applied.stream()
                .filter(id -> files.find(id).isEmpty() && !squashed.contains(id))
                .toList();
    }

    private static RevisionGraph joined(RevisionGraph files, Map<RevisionId, HistoryRow> rows) {
        List<Revision> all = new ArrayList<>(files.revisions());
        rows.values().forEach(row -> all.add(revision(row, files, rows)));
        return RevisionGraph.of(all);
    }

    /** What it depended on is not told apart from what it followed. */
    private static Revision revision(HistoryRow row, RevisionGraph files, Map<RevisionId, HistoryRow> rows) {
        List<RevisionId> parents = row.parents().stream()
                .flatMap(parent -> rows.containsKey(parent) ? Stream.of(parent) : known(parent, files))
                .distinct()
                .toList();
        return new Revision(
                row.id(), parents, List.of(), List.of(), row.message(), row.appliedAt(), "the history of the database");
    }

    /** A parent may have been squashed since. */
    private static Stream<RevisionId> known(RevisionId parent, RevisionGraph files) {
        return files.revisions().stream()
                .filter(revision ->
                        revision.id().equals(parent) || revision.replaces().contains(parent))
                .map(Revision::id)
                .limit(1);
    }

    /** The revisions of the files, and those of the database. */
    RevisionGraph graph() {
        return graph;
    }

    /** The revisions that only the database has. */
    Set<RevisionId> ids() {
        return rows.keySet();
    }

    /** Whether the way back of a revision takes a file that is not here. */
    boolean isNotStored(RevisionId id) {
        return find(id).filter(row -> row.downgradeSql().isEmpty()).isPresent();
    }

    /** The row of a revision that the files do not have. */
    Optional<HistoryRow> find(RevisionId id) {
        return Optional.ofNullable(rows.get(id));
    }
}
