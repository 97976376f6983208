package dev.aludel.cli;

import dev.aludel.command.ListCommands;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel history",
            "  aludel history -i",
            "  aludel history -r 9c0d11:head",
            "  aludel history -r -3:current"
        })
final class HistoryVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "START:END",
            description = "Only this range; either side may be empty, 'current' or relative.")
    private Optional<String> range = Optional.empty();

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark what the database is at (asks it).")
    private boolean indicateCurrent;

    @Override
    public Integer call() {
        Session session = root.session();
        Lines.printGraph(session, new ListCommands(session.environment()).history(range, indicateCurrent));
        return 0;
    }
}
