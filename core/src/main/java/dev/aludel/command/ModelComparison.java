package dev.aludel.command;

import dev.aludel.autogenerate.DraftRewriter;
import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameCandidate;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.History;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the model with the database that all migrations have been applied to: what a migration would have to do. */
final class ModelComparison {
    private final Environment environment;

    ModelComparison(Environment environment) {
        this.environment = environment;
    }

    /** A draft, and what the database held when it was made. */
    record Result(MigrationDraft draft, Schema live) {}

    /**
     * The operations that bring the database to the model, and back.
     *
     * @throws AludelException (RUN-001) when the database is not at the heads of the files, since what is pending would
     *     be generated a second time
     */
    Result compare(RevisionGraph graph, Answers answers) {
        RenameHints said = RenameHints.parse(answers.renames());
        return environment.withConnection(connection -> {
            requireUpToDate(graph, connection);
            ComparedSchemas schemas = new ComparedSchemas(environment, environment.database());
            ComparedSchemas.Both both = schemas.both(connection);
            MigrationDraft draft = draft(
                    hints -> schemas.draft(both.live(), both.model(), hints),
                    both.live(),
                    both.model(),
                    said,
                    answers.questions());
            for (DraftRewriter rewriter : environment.comparison().rewriters().get()) {
                draft = rewriter.rewrite(draft);
            }
            return new Result(draft, both.live());
        });
    }

    /** Asks about one rename at a time, since each may explain others. */
    private static MigrationDraft draft(
            Function<RenameHints, MigrationDraft> drafts,
            Schema live,
            Schema model,
            RenameHints said,
            Questions questions) {
        Set<String> asked = new HashSet<>();
        RenameHints hints = said;
        while (true) {
            MigrationDraft draft = drafts.apply(hints);
            Optional<RenameCandidate> answer = RenameCandidate.in(draft, live, model).stream()
                    .filter(candidates -> asked.add(candidates.get(0).from()))
                    .flatMap(candidates -> questions.renamed(candidates).stream())
                    .findFirst();
            if (answer.isEmpty()) {
                return draft;
            }
            hints = hints.and(answer.get());
        }
    }

    private void requireUpToDate(RevisionGraph graph, Connection connection) throws SQLException {
        Heads rows =
                History.heads(new History(environment.database().dialect(), environment.tables()).read(connection));
        CurrentCommand.State state = CurrentCommand.state(graph, rows);
        if (!state.unknown().isEmpty()) {
            throw graph.ahead(state.unknown())
                    .with("database", environment.database().describe());
        }
        if (!state.isHead()) {
            throw behind(graph, rows);
        }
    }

    private AludelException behind(RevisionGraph graph, Heads rows) {
        Set<RevisionId> applied = graph.applied(rows);
        List<Revision> pending = graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .toList();
        String target = graph.heads().size() > 1 ? "heads" : "head";
        return AludelException.of(ErrorCode.NOT_UP_TO_DATE, "Target database is not up to date.")
                .at(environment.database().describe())
                .with("current", rows.toString())
                .with(
                        "pending",
                        pending.stream()
                                        .limit(10)
                                        .map(revision -> revision.id() + "  " + revision.message())
                                        .collect(Collectors.joining("\n"))
                                + (pending.size() > 10 ? "\nand " + (pending.size() - 10) + " more" : ""))
                .state("No file was written and the database is as it was.")
                .remedy("Apply what is pending with `aludel upgrade " + target + "`, then run this command again.");
    }
}
