package dev.aludel.command;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.render.RevisionHeader;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RunJava;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionId;
import dev.aludel.script.Recording;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a range of revisions into one: {@code aludel squash A:B}. The new file has the id of B, so that whatever follows B
 * still does, and says which revisions it replaces. A database below A runs it; one at B or above needs nothing.
 */
public final class SquashCommand {
    private final Environment environment;

    public SquashCommand(Environment environment) {
        this.environment = environment;
    }

    /** The new file, and the files that it took the place of, oldest first. */
    public record Result(Path file, List<Path> deleted) {}

    /**
     * Writes the new file and deletes those that it replaces.
     *
     * @param range {@code A:B}, both included
     * @param message empty: one that names both ends
     * @throws AludelException (REV-009) when the range is no unbranched line or holds Java code over a connection; nothing
     *     is written then
     */
    public Result run(String range, Optional<String> message, Environment.Language language) {
        environment.directory().requireDirectory();
        Scripts scripts = environment.scripts().get();
        List<Revision> line = SquashRange.of(scripts.graph(), range);
        List<Recording> recordings =
                scripts.record(line.stream().map(Revision::id).toList());
        refuseJava(recordings);
        refuseTransactions(recordings);
        List<Path> old = line.stream()
                .flatMap(revision -> scripts.require(revision.id()).path().stream())
                .toList();
        Path directory =
                Optional.ofNullable(old.get(old.size() - 1).getParent()).orElse(Path.of(""));
        NewScript writer = new NewScript(environment, scripts);
        NewScript.Rendered rendered = writer.render(
                header(line, message.orElseGet(() -> standardMessage(line))), directory, language, draft(recordings));
        Path root = environment.writing().names().hasFolders()
                ? environment.directory().rootOf(directory)
                : directory;
        Path file = environment.directory().replace(old, root, rendered.name(), rendered.text());
        environment.writing().hooks().run(file);
        return new Result(file, old);
    }

    private static String standardMessage(List<Revision> line) {
        return "Squash " + line.size() + " revisions, " + line.get(0).id() + " to "
                + line.get(line.size() - 1).id();
    }

    private static RevisionHeader header(List<Revision> line, String message) {
        Revision last = line.get(line.size() - 1);
        List<String> inside = line.stream().map(each -> each.id().value()).toList();
        List<String> labels =
                line.stream().flatMap(each -> each.branchLabels().stream()).toList();
        return new RevisionHeader(
                last.id().value(),
                line.get(0).down().stream().map(RevisionId::value).toList(),
                line.stream()
                        .flatMap(each -> each.dependsOn().stream())
                        .filter(name -> !inside.contains(name) && !labels.contains(name))
                        .distinct()
                        .toList(),
                labels,
                last.created(),
                message,
                line.stream()
                        .flatMap(each -> Stream.concat(each.replaces().stream(), Stream.of(each.id())))
                        .filter(id -> !id.equals(last.id()))
                        .map(RevisionId::value)
                        .toList());
    }

    private static MigrationDraft draft(List<Recording> recordings) {
        List<Recording> newestFirst = new ArrayList<>(recordings);
        Collections.reverse(newestFirst);
        return new MigrationDraft(
                operations(recordings.stream().flatMap(each -> each.upgrade().stream())),
                operations(newestFirst.stream().flatMap(each -> each.downgrade().stream())),
                List.of());
    }

    private static List<Operation> operations(Stream<RecordedOperation> recorded) {
        return recorded.map(RecordedOperation::operation).toList();
    }

    /** One file has one header: it cannot say something for a part of its statements. */
    private static void refuseTransactions(List<Recording> recordings) {
        String places = recordings.stream()
                .map(Recording::script)
                .filter(script -> script.transactional().isPresent())
                .map(Script::file)
                .collect(Collectors.joining("\n"));
        if (!places.isEmpty()) {
            throw AludelException.of(
                            ErrorCode.INVALID_TARGET,
                            "The range holds a migration whose header says which transactions it wants.")
                    .at(places)
                    .state("No file was written or deleted.")
                    .remedy("Squash what is below and above it, or take `transactions` out of its header first.");
        }
    }

    private static void refuseJava(List<Recording> recordings) {
        String places = recordings.stream()
                .flatMap(each -> Stream.concat(each.upgrade().stream(), each.downgrade().stream())
                        .filter(recorded -> recorded.operation() instanceof RunJava)
                        .map(recorded -> recorded.location()
                                        .map(Object::toString)
                                        .orElse(each.script().file()) + "   "
                                + recorded.operation().describe()))
                .collect(Collectors.joining("\n"));
        if (!places.isEmpty()) {
            throw AludelException.of(
                            ErrorCode.INVALID_TARGET,
                            "The range holds Java code over a connection, which cannot be written into another file.")
                    .at(places)
                    .state("No file was written or deleted.")
                    .remedy("Squash what is below and above it, or say the step in SQL (op.execute) first.");
        }
    }
}
