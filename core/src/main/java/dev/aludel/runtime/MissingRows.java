package dev.aludel.runtime;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is applied by the files and has no row: a newer release applied it squashed into another revision. On the way back a
 * run stops between the two, so that each needs a row of its own.
 */
final class MissingRows {
    private final RevisionGraph graph;
    private final Set<RevisionId> rows;
    private final List<RevisionId> missing;

    private MissingRows(RevisionGraph graph, Set<RevisionId> rows, List<RevisionId> missing) {
        this.graph = graph;
        this.rows = rows;
        this.missing = missing;
    }

    static MissingRows of(RevisionGraph graph, Heads heads, Standing standing) {
        Set<RevisionId> rows = Stream.concat(
                        standing.applied().stream().map(AppliedRevision::id),
                        standing.halfDone().stream().map(HalfDone::id))
                .collect(Collectors.toSet());
        List<RevisionId> missing = graph.applied(heads).stream()
                .filter(id -> !rows.contains(id))
                .filter(id -> graph.require(id).replaces().stream().noneMatch(rows::contains))
                .toList();
        return new MissingRows(graph, rows, missing);
    }

    /** Adds them in one transaction, and says in the log that it did. */
    void add(Connection connection, HeldLock lock, HistoryWriter writer) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        try {
            lock.begin();
            for (RevisionId id : missing) {
                writer.addMissing(id, graph.parents(id), graph.require(id).message());
            }
            for (Revision above : graph.revisions()) {
                List<RevisionId> parents = graph.parents(above.id());
                if (rows.contains(above.id()) && parents.stream().anyMatch(missing::contains)) {
                    writer.takeParents(above.id(), parents);
                }
            }
            lock.require();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
