package dev.aludel.cli;

import dev.aludel.command.DowngradeCommand;
import dev.aludel.command.OfflineCommand;
import dev.aludel.revision.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel downgrade TARGET}. */
@Command(
        name = "downgrade",
        mixinStandardHelpOptions = true,
        description = "Takes the database back to a revision; what stands above it is undone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel downgrade -1",
            "  aludel downgrade 9c0d11",
            "  aludel downgrade base",
            "  aludel downgrade -1 --dry-run",
            "  aludel downgrade --sql 3f1a2b:9c0d11 > downgrade.sql"
        })
final class DowngradeVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(
            paramLabel = "TARGET",
            description = "-N, a revision or its first characters, base, LABEL@-1; with --sql FROM:TO.")
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
            script.print(session.printer(), new OfflineCommand(session.environment(), script.tag).downgrade(plain));
            return 0;
        }
        if (dryRun) {
            PlanPrinter.dryRun(session, "downgrade", command -> command.downgrade(plain));
            return 0;
        }
        Plan plan = new DowngradeCommand(session.environment()).run(plain);
        Plans.print(session.printer(), "downgrade", plan);
        return 0;
    }
}
