package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a database is said to be, for plans and scripts that are made without one. */
final class PretendedHeads {
    private PretendedHeads() {}

    /**
     * The rows that these symbols mean, in their order. What is a legal id but none of the files' stays as it is, since a
     * database can have such rows too.
     */
    static Heads of(RevisionGraph graph, List<String> symbols) {
        Set<RevisionId> rows = new LinkedHashSet<>();
        symbols.stream()
                .map(String::strip)
                .filter(symbol -> !symbol.isEmpty())
                .forEach(symbol -> rows.addAll(rows(graph, symbol)));
        return Heads.of(List.copyOf(rows));
    }

    private static List<RevisionId> rows(RevisionGraph graph, String symbol) {
        try {
            return graph.resolve(symbol, Heads.empty()).stream()
                    .map(Revision::id)
                    .toList();
        } catch (AludelException unknown) {
            if (unknown.code() == ErrorCode.UNKNOWN_REVISION) {
                return List.of(RevisionId.of(symbol));
            }
            throw unknown;
        }
    }
}
