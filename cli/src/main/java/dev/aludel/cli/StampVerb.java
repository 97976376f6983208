package dev.aludel.cli;

import dev.aludel.command.OfflineCommand;
import dev.aludel.command.StampCommand;
import dev.aludel.revision.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel stamp REV…}. */
@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        description = "Writes into the history that the database is at these revisions, without running anything.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel stamp head",
            "  aludel stamp 9c0d11aa42be",
            "  aludel stamp base",
            "  aludel stamp --purge head",
            "  aludel stamp --sql head > stamp.sql"
        })
final class StampVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(
            paramLabel = "REV",
            arity = "1..*",
            description = "head, heads, base, revisions or their first characters.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Forget first whatever the history says.")
    private boolean purge;

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Override
    public Integer call() {
        Session session = root.session(script.tag);
        if (script.sql) {
            script.print(
                    session.printer(), new OfflineCommand(session.environment(), script.tag).stamp(targets, purge));
            return 0;
        }
        Plan plan = new StampCommand(session.environment()).run(targets, purge);
        Plans.print(session.printer(), "stamp", plan);
        return 0;
    }
}
