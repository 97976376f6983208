package dev.aludel.cli;

import dev.aludel.command.ListCommands;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel heads}. */
@Command(
        name = "heads",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions that no other revision follows.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel heads", "  aludel heads --resolve-dependencies"})
final class HeadsVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on.")
    private boolean resolveDependencies;

    @Override
    public Integer call() {
        Session session = root.session();
        Lines.print(session, new ListCommands(session.environment()).heads(resolveDependencies));
        return 0;
    }
}
