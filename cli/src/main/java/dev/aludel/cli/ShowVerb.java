package dev.aludel.cli;

import dev.aludel.command.ListCommands;
import dev.aludel.command.RevisionView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel show REV}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows all that is known of one revision.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel show head", "  aludel show 3f1a2b", "  aludel show current"})
final class ShowVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(paramLabel = "REV", description = "head, heads, base, current, a revision or its first characters.")
    @SuppressWarnings("NullAway.Init")
    private String symbol;

    @Override
    public Integer call() {
        Session session = root.session();
        List<RevisionView> views = new ListCommands(session.environment()).show(symbol);
        session.printer().document(Lines.document(views));
        views.forEach(view -> session.printer().line(Lines.verbose(view)));
        return 0;
    }
}
