package dev.aludel.cli;

import dev.aludel.command.DowngradeCommand;
import dev.aludel.revision.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel downgrade TARGET}. */
@Command(
        name = "downgrade",
        mixinStandardHelpOptions = true,
        description = "Takes the database back to a revision; what stands above it is undone.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel downgrade -1", "  aludel downgrade 9c0d11", "  aludel downgrade base"})
final class DowngradeVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(paramLabel = "TARGET", description = "-N, a revision or its first characters, base, LABEL@-1.")
    @SuppressWarnings("NullAway.Init")
    private String target;

    @Override
    public Integer call() {
        Session session = root.session();
        Plan plan = new DowngradeCommand(session.environment()).run(Targets.plain(target));
        Plans.print(session.printer(), "downgrade", plan);
        return 0;
    }
}
