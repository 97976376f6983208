package dev.aludel.cli;

import dev.aludel.command.OfflineCommand;
import dev.aludel.command.UpgradeCommand;
import dev.aludel.revision.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel upgrade TARGET}. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = "Brings the database forward to a revision.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel upgrade head",
            "  aludel upgrade +1",
            "  aludel upgrade 3f1a2b",
            "  aludel upgrade heads",
            "  aludel upgrade head --dry-run",
            "  aludel upgrade --sql 9c0d11:head > upgrade.sql"
        })
final class UpgradeVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(
            paramLabel = "TARGET",
            description =
                    "head, heads, a revision or its first characters, +N, REV+N, LABEL@head; with --sql also START:END.")
    @SuppressWarnings("NullAway.Init")
    private String target;

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Option(names = "--dry-run", description = "Only tell what would run, with its SQL and locks.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Session session = root.session(script.tag);
        String plain = Targets.plain(target);
        script.refuseBoth(dryRun);
        if (script.sql) {
            script.print(session.printer(), new OfflineCommand(session.environment(), script.tag).upgrade(plain));
            return 0;
        }
        if (dryRun) {
            PlanPrinter.dryRun(session, "upgrade", command -> command.upgrade(plain));
            return 0;
        }
        Plan plan = new UpgradeCommand(session.environment()).run(plain);
        Plans.print(session.printer(), "upgrade", plan);
        return 0;
    }
}
