package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.History;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts an unapplied revision, and with it all that follows it, on another head: {@code aludel revision --rebase REV}. The
 * usual mend when two branches of the sources were joined and both had a new migration.
 */
public final class RebaseCommand {
    private final Environment environment;

    public RebaseCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * What was done.
     *
     * @param moved the revision whose file was changed
     * @param before what it followed
     * @param onto what it follows now; empty: nothing
     */
    public record Result(Revision moved, List<RevisionId> before, Optional<Revision> onto) {}

    /**
     * Changes the file.
     *
     * @param symbol the lowest revision to move
     * @param head where it goes; empty: the one head that does not stand on it
     * @throws AludelException when the database has the revision, when the result would be a circle, or when there is
     *     nothing to do; the file is as it was then
     */
    public Result run(String symbol, Optional<String> head) {
        environment.directory().requireDirectory();
        Scripts scripts = environment.scripts().get();
        RevisionGraph graph = scripts.graph();
        Revision moved = single(graph, symbol);
        if (moved.isMergePoint()) {
            throw refusal(moved, "is a merge of " + new Heads(moved.down()) + ": it has no single place to move from")
                    .remedy("Delete the merge, rebase the branch below it, and merge again if that is still needed.");
        }
        Set<RevisionId> above = above(graph, moved);
        Optional<Revision> onto =
                head.map(wanted -> find(graph, wanted)).orElseGet(() -> Optional.of(otherHead(graph, moved, above)));
        onto.filter(found -> above.contains(found.id())).ifPresent(found -> {
            throw refusal(moved, "cannot follow " + found.id() + ", which stands on it")
                    .remedy("Name a revision of the other branch: --head ID.");
        });
        List<RevisionId> down = onto.stream().map(Revision::id).toList();
        if (moved.down().equals(down)) {
            throw refusal(moved, "follows " + new Heads(down) + " already").remedy("There is nothing to do.");
        }
        requireUnapplied(graph, moved);
        Path file = scripts.require(moved.id())
                .path()
                .orElseThrow(() -> refusal(moved, "has no file that could be changed")
                        .remedy("Run the command in the project's sources."));
        environment.directory().rewriteDown(file, down);
        return new Result(moved, moved.down(), onto);
    }

    private static Revision single(RevisionGraph graph, String symbol) {
        return find(graph, symbol)
                .orElseThrow(() -> AludelException.of(
                                ErrorCode.INVALID_TARGET, "'" + symbol + "' names no revision that could be moved.")
                        .state("No file was changed.")
                        .remedy("`aludel history` lists the revisions."));
    }

    private static Optional<Revision> find(RevisionGraph graph, String symbol) {
        List<Revision> found = graph.resolve(symbol, Heads.empty());
        if (found.size() > 1) {
            throw AludelException.of(ErrorCode.INVALID_TARGET, "'" + symbol + "' names several revisions.")
                    .with("named", found.stream().map(each -> each.id().value()).collect(Collectors.joining(", ")))
                    .state("No file was changed.")
                    .remedy("Name one of them.");
        }
        return found.stream().findFirst();
    }

    /** The revision itself and all that follow or depend on it. */
    private static Set<RevisionId> above(RevisionGraph graph, Revision moved) {
        List<Revision> oldestFirst = new ArrayList<>(graph.revisions());
        Collections.reverse(oldestFirst);
        Set<RevisionId> above = new HashSet<>(Set.of(moved.id()));
        for (Revision revision : oldestFirst) {
            if (graph.parents(revision.id()).stream().anyMatch(above::contains)) {
                above.add(revision.id());
            }
        }
        return above;
    }

    private static Revision otherHead(RevisionGraph graph, Revision moved, Set<RevisionId> above) {
        List<Revision> others = graph.heads().stream()
                .filter(head -> !above.contains(head.id()))
                .toList();
        if (others.size() == 1) {
            return others.get(0);
        }
        AludelException refusal = refusal(
                moved, others.isEmpty() ? "has no other head to go to" : "can go to " + others.size() + " other heads");
        throw others.isEmpty()
                ? refusal.remedy(
                        "There is one branch only, so nothing has to be rebased. To move it anyway: --head ID.")
                : refusal.with(
                                "heads",
                                others.stream()
                                        .map(each -> each.id() + "  " + each.message())
                                        .collect(Collectors.joining("\n")))
                        .remedy("Name one of them: --head ID.");
    }

    private void requireUnapplied(RevisionGraph graph, Revision moved) {
        Heads rows = environment.withConnection(connection ->
                History.heads(new History(environment.database().dialect(), environment.tables()).read(connection)));
        List<RevisionId> unknown = graph.unknown(rows);
        Heads known =
                Heads.of(rows.ids().stream().filter(id -> !unknown.contains(id)).toList());
        if (graph.applied(known).contains(moved.id())) {
            throw refusal(moved, "is applied to the database")
                    .with("database", environment.database().describe())
                    .remedy("Undo it first, `aludel downgrade " + new Heads(moved.down())
                            + "`, and see that no other database has it. Or leave both branches and join them: "
                            + MultipleHeads.JOIN + ".");
        }
    }

    private static AludelException refusal(Revision moved, String why) {
        return AludelException.of(ErrorCode.INVALID_TARGET, "The revision " + moved.id() + " " + why + ".")
                .at(moved.source())
                .state("No file was changed.");
    }
}
