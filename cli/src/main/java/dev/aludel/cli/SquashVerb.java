package dev.aludel.cli;

import dev.aludel.command.Environment;
import dev.aludel.command.SquashCommand;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel squash A:B}. */
@Command(
        name = "squash",
        mixinStandardHelpOptions = true,
        description = "Puts a range of revisions into one, which databases below and above it understand.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel squash 3f1a2b:9c0d11", "  aludel squash 3f1a2b:head -m \"Schema of version 1\" --format sql"
        })
final class SquashVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(paramLabel = "A:B", description = "The first and the last revision of the range.")
    @SuppressWarnings("NullAway.Init")
    private String range;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "One line that says what the new revision is.")
    private Optional<String> message = Optional.empty();

    @Override
    public Integer call() {
        Session session = root.writingSession();
        Environment environment = session.environment();
        SquashCommand.Result result = new SquashCommand(environment)
                .run(range, message, session.options().language(environment));
        String file = environment.directory().show(result.file());
        session.printer()
                .document(Map.of(
                        "file",
                        file,
                        "deleted",
                        result.deleted().stream()
                                .map(environment.directory()::show)
                                .toList()));
        session.printer().success("Wrote   " + file);
        result.deleted()
                .forEach(old -> session.printer()
                        .line("Deleted " + environment.directory().show(old)));
        session.printer()
                .line("Databases below the range run it; those at its end or above need nothing."
                        + " Bring every database out of its middle before it meets this file.");
        return 0;
    }
}
