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

/** The commands that list revisions: {@code history}, {@code heads}, {@code branches}, {@code show}. They write nothing. */
public final class ListCommands {
    private final Environment environment;

    public ListCommands(Environment environment) {
        this.environment = environment;
    }

    /**
     * All revisions of a range, newest first.
     *
     * @param range {@code START:END}, either side may be empty; empty: everything
     * @param indicateCurrent also asks the database which are applied
     */
    public List<RevisionView> history(Optional<String> range, boolean indicateCurrent) {
        RevisionGraph graph = graph();
        Optional<HistoryRange> parsed = range.map(HistoryRange::parse);
        boolean needsDatabase =
                indicateCurrent || parsed.filter(HistoryRange::needsDatabase).isPresent();
        Heads rows = needsDatabase ? rows() : Heads.empty();
        List<Revision> revisions = parsed.map(ends -> graph.history(ends.start(), ends.end(), rows))
                .orElseGet(graph::revisions);
        if (!indicateCurrent) {
            return revisions.stream().map(each -> RevisionView.of(each, graph)).toList();
        }
        List<RevisionId> unknown = graph.unknown(rows);
        Set<RevisionId> applied = graph.applied(new Heads(
                rows.ids().stream().filter(id -> !unknown.contains(id)).toList()));
        return revisions.stream()
                .map(each -> RevisionView.of(each, graph, Optional.of(applied), Set.copyOf(rows.ids())))
                .toList();
    }

    /** The heads of the files; with {@code effective} without those that another revision depends on. */
    public List<RevisionView> heads(boolean effective) {
        RevisionGraph graph = graph();
        return (effective ? graph.effectiveHeads() : graph.heads())
                .stream().map(each -> RevisionView.of(each, graph)).toList();
    }

    /**
     * The one head of the files; none when there are no revisions.
     *
     * @throws AludelException (REV-005) when there are several
     */
    public List<RevisionView> requireOneHead() {
        return MultipleHeads.advise("Join them with " + MultipleHeads.JOIN + ".", () -> show("head"));
    }

    /** The revisions that more than one revision follows. */
    public List<RevisionView> branches() {
        RevisionGraph graph = graph();
        return graph.branchPoints().stream()
                .map(each -> RevisionView.of(each, graph))
                .toList();
    }

    /** The branch points and all that stands on them, newest first. */
    public List<RevisionView> sinceBranching() {
        RevisionGraph graph = graph();
        Set<RevisionId> branched = new HashSet<>();
        List<Revision> oldestFirst = new ArrayList<>(graph.revisions());
        Collections.reverse(oldestFirst);
        for (Revision revision : oldestFirst) {
            if (graph.isBranchPoint(revision.id()) || revision.down().stream().anyMatch(branched::contains)) {
                branched.add(revision.id());
            }
        }
        return graph.revisions().stream()
                .filter(revision -> branched.contains(revision.id()))
                .map(each -> RevisionView.of(each, graph))
                .toList();
    }

    /** The revisions that follow this one, for the drawing of branches. */
    public List<Revision> children(RevisionId id) {
        return graph().children(id);
    }

    /** The revisions that a symbol means; asks the database only for {@code current}. */
    public List<RevisionView> show(String symbol) {
        RevisionGraph graph = graph();
        Heads rows = symbol.equals("current") ? rows() : Heads.empty();
        return graph.resolve(symbol, rows).stream()
                .map(each -> RevisionView.of(each, graph))
                .toList();
    }

    /**
     * The files of the revisions that a symbol means, newest first.
     *
     * @throws AludelException (REV-001) when it means none, or one that comes from the class path
     */
    public List<Path> files(String symbol) {
        Scripts scripts = environment.scripts().get();
        List<Path> files = show(symbol).stream()
                .flatMap(view -> scripts.require(view.revision().id()).path().stream())
                .toList();
        if (files.isEmpty()) {
            throw AludelException.of(
                            ErrorCode.UNKNOWN_REVISION, "No revision files indicated by symbol '" + symbol + "'.")
                    .state("Nothing was run.")
                    .remedy("`aludel history` lists the revisions, `aludel current` where the database is.");
        }
        return files;
    }

    private RevisionGraph graph() {
        return environment.scripts().get().graph();
    }

    private Heads rows() {
        return environment.withConnection(connection ->
                History.heads(new History(environment.database().dialect(), environment.tables()).read(connection)));
    }
}
