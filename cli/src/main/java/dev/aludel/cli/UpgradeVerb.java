package dev.aludel.cli;

import dev.aludel.command.UpgradeCommand;
import dev.aludel.revision.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel upgrade TARGET}. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = "Brings the database forward to a revision.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel upgrade head", "  aludel upgrade +1", "  aludel upgrade 3f1a2b", "  aludel upgrade heads"})
final class UpgradeVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(
            paramLabel = "TARGET",
            description = "head, heads, a revision or its first characters, +N, REV+N, LABEL@head.")
    @SuppressWarnings("NullAway.Init")
    private String target;

    @Override
    public Integer call() {
        Session session = root.session();
        Plan plan = new UpgradeCommand(session.environment()).run(Targets.plain(target));
        Plans.print(session.printer(), "upgrade", plan);
        return 0;
    }
}
