package dev.aludel.cli;

import dev.aludel.command.PlanCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel plan COMMAND TARGET}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Tells what a run would do, with its SQL and locks; runs nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel plan upgrade head",
            "  aludel plan downgrade -1",
            "  aludel plan upgrade head --from 9c0d11 --format json"
        })
final class PlanVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    /** What can be planned. */
    enum Act {
        upgrade,
        downgrade,
        stamp
    }

    @Parameters(index = "0", paramLabel = "COMMAND", description = "upgrade, downgrade or stamp.")
    @SuppressWarnings("NullAway.Init")
    private Act act;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TARGET", description = "As that command takes it.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "REV",
            split = ",",
            description = "Where the database is said to be (base: empty); no database is asked.")
    private List<String> from = new ArrayList<>();

    @Override
    public Integer call() {
        Session session = root.session();
        List<String> plain = targets.stream().map(Targets::plain).toList();
        if (act != Act.stamp && plain.size() > 1) {
            throw UsageErrors.tooMany(plain.get(1), "aludel plan " + act + " TARGET");
        }
        PlanCommand command =
                new PlanCommand(session.environment(), Optional.of(from).filter(rows -> !rows.isEmpty()));
        PlanCommand.Result result = switch (act) {
            case upgrade -> command.upgrade(plain.get(0));
            case downgrade -> command.downgrade(plain.get(0));
            case stamp -> command.stamp(plain);
        };
        new PlanPrinter(session.printer(), command).print(act.name(), result);
        return 0;
    }
}
