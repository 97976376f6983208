package dev.aludel.cli;

import dev.aludel.command.Environment;
import dev.aludel.command.MergeCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel merge REV…}. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Joins branches with a revision that follows several.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel merge heads -m \"Merge invoice and audit\"", "  aludel merge 7aa901 88be10 -m \"Merge\""})
final class MergeVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(paramLabel = "REV", arity = "1..*", description = "heads, or at least two revisions.")
    private List<String> revisions = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "One line that says what is joined.")
    private String message = "Merge branches";

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch that begins here.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(
            names = "--version-path",
            paramLabel = "DIR",
            description = "The directory for the new file; default: beside its first parent.")
    private Optional<Path> versionPath = Optional.empty();

    @Option(names = "--splice", description = "Allow revisions that are not heads.")
    private boolean splice;

    @Option(names = "--rev-id", paramLabel = "ID", description = "The revision's id; default a random one.")
    private Optional<String> revisionId = Optional.empty();

    @Override
    public Integer call() {
        Session session = root.writingSession();
        Environment environment = session.environment();
        MergeCommand.Result result = new MergeCommand(environment)
                .run(new MergeCommand.Request(
                        revisions,
                        splice,
                        message,
                        revisionId,
                        branchLabels,
                        session.options().language(environment),
                        versionPath));
        String file = environment.directory().show(result.file());
        session.printer().document(document(file, result));
        session.printer().success("Wrote " + file);
        result.overlaps()
                .forEach(overlap -> session.printer()
                        .warning("Look:    both sides touch " + overlap.table() + ": "
                                + String.join(", ", Lines.ids(overlap.revisions()))
                                + ". See that they go together in either order."));
        result.unread().ifPresent(why -> session.printer().warning("The sides were not compared: " + why));
        return 0;
    }

    private static Map<String, Object> document(String file, MergeCommand.Result result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file);
        document.put(
                "overlaps",
                result.overlaps().stream()
                        .map(overlap -> Map.of("table", overlap.table(), "revisions", Lines.ids(overlap.revisions())))
                        .toList());
        return document;
    }
}
