package dev.aludel.cli;

import dev.aludel.command.ListCommands;
import dev.aludel.command.RevisionView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code aludel branches}. */
@Command(
        name = "branches",
        mixinStandardHelpOptions = true,
        description = "Lists the revisions that more than one revision follows.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel branches", "  aludel branches --format json"})
final class BranchesVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Override
    public Integer call() {
        Session session = root.session();
        ListCommands commands = new ListCommands(session.environment());
        List<RevisionView> branches = commands.branches();
        session.printer().document(Lines.document(branches));
        for (RevisionView branch : branches) {
            session.printer().line(Lines.line(branch));
            commands.children(branch.revision().id())
                    .forEach(child -> session.printer()
                            .line("    -> " + child.id() + (child.message().isEmpty() ? "" : ", " + child.message())));
        }
        if (!branches.isEmpty()) {
            session.printer().line("");
            Lines.drawGraph(session, commands.sinceBranching());
        }
        return 0;
    }
}
