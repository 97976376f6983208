package dev.aludel.cli;

import dev.aludel.command.ListCommands;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel edit REV}. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = "Opens the file of a revision in $VISUAL or $EDITOR.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel edit head", "  aludel edit 3f1a2b", "  EDITOR=\"code -w\" aludel edit current"})
final class EditVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(paramLabel = "REV", description = "head, heads, current, a revision or its first characters.")
    @SuppressWarnings("NullAway.Init")
    private String symbol;

    @Override
    public Integer call() {
        Session session = root.session();
        session.editor().open(new ListCommands(session.environment()).files(symbol));
        return 0;
    }
}
