package dev.aludel.cli;

import dev.aludel.command.CheckCommand;
import dev.aludel.command.DiffCommand;
import dev.aludel.command.ListCommands;
import dev.aludel.command.RevisionView;
import dev.aludel.command.SchemaDifference;
import dev.aludel.error.ErrorCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Fails when the models and the database differ; writes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel check", "  aludel check --heads", "  aludel check --format json"})
final class CheckVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(names = "--heads", description = "Only fail when the files have several heads; asks no database.")
    private boolean heads;

    @Override
    public Integer call() {
        Session session = root.session();
        return heads ? checkHeads(session) : checkModels(session);
    }

    private static int checkHeads(Session session) {
        List<RevisionView> found = new ListCommands(session.environment()).requireOneHead();
        session.printer().document(Lines.document(found));
        session.printer()
                .success(found.isEmpty() ? "There are no revisions yet." : "One head: " + Lines.line(found.get(0)));
        return 0;
    }

    private static int checkModels(Session session) {
        DiffCommand.Result result = new CheckCommand(session.environment()).run();
        List<SchemaDifference> differences = result.differences();
        Printer printer = session.printer();
        result.notices().forEach(notice -> printer.warning("Look:    " + notice.text()));
        printer.document(Differences.document(differences));
        if (differences.isEmpty()) {
            printer.success("No new upgrade operations detected: models and database agree.");
            return 0;
        }
        printer.line("New upgrade operations detected:");
        differences.forEach(difference -> printer.line(Drafts.line(difference.operation())));
        printer.line("Write them with `aludel revision --autogenerate -m MESSAGE`.");
        return ErrorCode.MODEL_DIFFERS.exitCode();
    }
}
