package dev.aludel.cli;

import dev.aludel.command.CurrentCommand;
import dev.aludel.command.Environment;
import dev.aludel.command.OnDatabaseAhead;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.HalfDone;
import dev.aludel.runtime.WayBack;
import java.util.LinkedHashMap;
import java.util.List;
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
        RevisionGraph graph = environment.scripts().get().graph();
        print(session.printer(), graph, state);
        boolean ahead = !state.unknown().isEmpty()
                || state.halfDone().stream().anyMatch(each -> OnDatabaseAhead.isAhead(each, graph));
        if (ahead) {
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
        for (HalfDone halfDone : state.halfDone()) {
            printer.line(halfDone.id() + " (half-done)");
            printer.warning(
                    halfDone.id() + " is half-done: " + halfDone.describe() + ". " + wayOn(halfDone, graph, state));
        }
        if (!state.ahead().isEmpty()) {
            printer.warning(OnDatabaseAhead.describe(state.ahead())
                    + state.wayBack()
                            .downgrade()
                            .map(each -> " " + wayBack(each, state))
                            .orElse(""));
        }
        if (checkHeads && !state.isHead()) {
            printer.warning("The database is not on all head revisions. Run `aludel upgrade heads`.");
        }
    }

    private static String wayOn(HalfDone halfDone, RevisionGraph graph, CurrentCommand.State state) {
        RevisionId id = halfDone.id();
        if (OnDatabaseAhead.isAhead(halfDone, graph)) {
            return OnDatabaseAhead.finish(halfDone, new Heads(state.rows()), graph);
        }
        return halfDone.direction() == Direction.UPGRADE
                ? "`aludel upgrade " + id + "` continues there."
                : "`aludel downgrade " + state.wayBack().halfDone().getOrDefault(id, "TARGET") + "` continues there.";
    }

    private static String wayBack(WayBack.Downgrade downgrade, CurrentCommand.State state) {
        List<RevisionId> taken = downgrade.taken();
        String what = !taken.containsAll(state.ahead()) ? ids(taken) : taken.size() == 1 ? "it" : "them";
        String takes = "`aludel downgrade " + downgrade.target() + "` takes " + what + " back with the ";
        if (downgrade.notStored().isEmpty()) {
            return takes + "SQL that the history keeps.";
        }
        return takes + "release that has the files: the history keeps no way back of " + ids(downgrade.notStored())
                + ", since it is not SQL alone, or nothing but a stamp.";
    }

    private static String ids(List<RevisionId> ids) {
        return String.join(", ", Lines.ids(ids));
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
