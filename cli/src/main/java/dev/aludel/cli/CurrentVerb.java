package dev.aludel.cli;

import dev.aludel.command.CurrentCommand;
import dev.aludel.command.Environment;
import dev.aludel.command.OnDatabaseAhead;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.HalfDone;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel current}. */
@Command(
        name = "current",
        mixinStandardHelpOptions = true,
        description = "Says which revisions the database is at.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel current", "  aludel current --check-heads", "  aludel current --format json"})
final class CurrentVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(names = "--check-heads", description = "Exit with 3 unless the database is at all heads.")
    private boolean checkHeads;

    @Override
    public Integer call() {
        Session session = root.session();
        Environment environment = session.environment();
        CurrentCommand.State state = new CurrentCommand(environment).run();
        session.printer().document(document(state));
        print(session.printer(), environment.scripts().get().graph(), state);
        if (!state.unknown().isEmpty()) {
            return ErrorCode.DATABASE_AHEAD.exitCode();
        }
        return checkHeads && !state.isHead() ? ErrorCode.MODEL_DIFFERS.exitCode() : 0;
    }

    private void print(Printer printer, RevisionGraph graph, CurrentCommand.State state) {
        if (state.rows().isEmpty()) {
            printer.line("<base>");
        }
        for (RevisionId id : state.effective()) {
            printer.line(Lines.current(graph.require(id), graph, state));
        }
        for (RevisionId id : state.unknown()) {
            printer.line(id + " (unknown to these files)");
        }
        if (!state.ahead().isEmpty()) {
            printer.warning(OnDatabaseAhead.describe(state.ahead())
                    + " `aludel downgrade` takes them back with the SQL that the history keeps.");
        }
        for (HalfDone halfDone : state.halfDone()) {
            printer.line(halfDone.id() + " (half-done)");
            printer.warning(halfDone.id() + " is half-done: " + halfDone.describe() + ". `aludel "
                    + halfDone.direction().name().toLowerCase(Locale.ROOT) + "` continues there.");
        }
        if (checkHeads && !state.isHead()) {
            printer.warning("The database is not on all head revisions. Run `aludel upgrade heads`.");
        }
    }

    private static Map<String, Object> document(CurrentCommand.State state) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", Lines.ids(state.rows()));
        document.put("effective", Lines.ids(state.effective()));
        document.put("heads", Lines.ids(state.heads()));
        document.put("is_head", state.isHead());
        document.put("unknown", Lines.ids(state.unknown()));
        if (!state.ahead().isEmpty()) {
            document.put("ahead", Lines.ids(state.ahead()));
        }
        if (!state.halfDone().isEmpty()) {
            document.put(
                    "half_done",
                    Lines.ids(state.halfDone().stream().map(HalfDone::id).toList()));
        }
        return document;
    }
}
