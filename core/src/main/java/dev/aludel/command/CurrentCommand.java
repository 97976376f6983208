package dev.aludel.command;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.HalfDone;
import dev.aludel.runtime.History;
import dev.aludel.runtime.Standing;
import dev.aludel.runtime.WayBack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says where the database is: {@code aludel current}. Reads one query's worth and writes nothing. */
public final class CurrentCommand {
    private final Environment environment;

    public CurrentCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * Where a database is.
     *
     * @param rows the heads that the history holds
     * @param effective the heads that these imply, dependencies included
     * @param heads the heads of the files
     * @param isHead true when the database has everything that the files have
     * @param unknown rows that the files do not know: the database is ahead of them
     * @param ahead all applied revisions that the files do not have, in the order of their times
     * @param wayBack how it comes back to what the files have
     * @param halfDone revisions whose run stopped in the middle; they do not count as applied
     */
    public record State(
            List<RevisionId> rows,
            List<RevisionId> effective,
            List<RevisionId> heads,
            boolean isHead,
            List<RevisionId> unknown,
            List<RevisionId> ahead,
            WayBack wayBack,
            List<HalfDone> halfDone) {}

    public State run() {
        return environment.withScripts((scripts, connection) -> {
            RevisionGraph graph = scripts.graph();
            History history = new History(environment.database().dialect(), environment.tables());
            Standing standing = history.standing(connection);
            return state(
                    graph,
                    standing.heads(),
                    History.findAhead(standing, graph),
                    history.findWayBack(connection, standing, graph),
                    standing.halfDone());
        });
    }

    static State state(RevisionGraph graph, Heads rows) {
        return state(graph, rows, List.of(), WayBack.NONE, List.of());
    }

    private static State state(
            RevisionGraph graph, Heads rows, List<RevisionId> ahead, WayBack wayBack, List<HalfDone> halfDone) {
        List<RevisionId> unknown = graph.unknown(rows);
        Heads known = new Heads(
                rows.ids().stream().filter(id -> !unknown.contains(id)).toList());
        Set<RevisionId> applied = graph.applied(known);
        List<RevisionId> heads = graph.heads().stream().map(Revision::id).toList();
        List<RevisionId> effective = applied.stream()
                .filter(id -> known.contains(id) || graph.isHead(id))
                .sorted()
                .collect(Collectors.toList());
        return new State(
                rows.ids(),
                effective,
                heads,
                unknown.isEmpty() && applied.containsAll(heads),
                unknown,
                ahead,
                wayBack,
                halfDone);
    }
}
