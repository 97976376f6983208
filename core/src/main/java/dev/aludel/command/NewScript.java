package dev.aludel.command;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.render.JavaScriptRenderer;
import dev.aludel.autogenerate.render.RevisionHeader;
import dev.aludel.autogenerate.render.SqlScriptRenderer;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Parents;
import dev.aludel.revision.RevisionId;
import dev.aludel.script.FileNames;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a new migration file beside its parent, or where it is wanted. */
final class NewScript {
    private static final int ID_BYTES = 6;

    private final Environment environment;
    private final Scripts scripts;

    /** What the file shall say; without a draft both directions are empty. */
    record Content(
            String message,
            Optional<String> revisionId,
            Parents parents,
            List<String> branchLabels,
            Environment.Language language,
            Optional<Path> versionPath,
            Optional<MigrationDraft> draft) {}

    NewScript(Environment environment, Scripts scripts) {
        this.environment = environment;
        this.scripts = scripts;
    }

    /** Writes the file and runs the post-write hooks over it. */
    Path write(Content content) {
        Path file = writeFile(content);
        environment.writing().hooks().run(file);
        return file;
    }

    private Path writeFile(Content content) {
        RevisionId id = content.revisionId().map(RevisionId::of).orElseGet(NewScript::randomId);
        requireNew(id);
        Instant created = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        RevisionHeader header = new RevisionHeader(
                id.value(),
                content.parents().down().stream().map(RevisionId::value).toList(),
                content.parents().dependsOn(),
                content.branchLabels(),
                created,
                content.message());
        MigrationDraft draft = content.draft().orElse(MigrationDraft.empty());
        Path directory = directory(content);
        Rendered rendered = render(header, directory, content.language(), draft);
        return environment.directory().write(directory, rendered.name(), rendered.text());
    }

    /** A file's name with its extension and whatever folders, and its text. */
    record Rendered(String name, String text) {}

    Rendered render(RevisionHeader header, Path directory, Environment.Language language, MigrationDraft draft) {
        FileNames names = environment.writing().names();
        RevisionId id = RevisionId.of(header.id());
        if (language == Environment.Language.SQL) {
            Environment.Templates templates = environment.writing().templates().get();
            String text =
                    new SqlScriptRenderer(environment.database().dialect(), templates.sql()).render(header, draft);
            return readable(names.format(id, header.message(), header.created()) + ".sql", text);
        }
        String name = names.formatClass(id, header.message(), header.created());
        Path file = directory.resolve(name);
        String text = new JavaScriptRenderer(
                        environment.writing().templates().get().java(), this::sql)
                .render(
                        header,
                        JavaPackages.of(Optional.ofNullable(file.getParent()).orElse(directory), scripts),
                        file.getFileName().toString(),
                        draft);
        return readable(name + ".java", text);
    }

    private String sql(Operation operation) {
        return environment.database().dialect().render(operation, TableLookup.none()).stream()
                .map(SqlStatement::sql)
                .collect(Collectors.joining(";\n"));
    }

    private Rendered readable(String name, String text) {
        environment.directory().requireReadable(name, text);
        return new Rendered(name, text);
    }

    private void requireNew(RevisionId id) {
        scripts.graph().find(id).ifPresent(existing -> {
            throw AludelException.of(ErrorCode.DUPLICATE_REVISION, "There is a revision " + id + " already.")
                    .at(existing.source())
                    .state("No file was written.")
                    .remedy("Choose another --rev-id, or leave it out.");
        });
    }

    private Path directory(Content content) {
        Optional<Path> parent = content.parents().down().stream()
                .flatMap(id -> scripts.require(id).path().stream())
                .findFirst();
        Path directory = environment.directory().choose(content.versionPath(), parent);
        return environment.writing().names().hasFolders()
                ? environment.directory().rootOf(directory)
                : directory;
    }

    private static RevisionId randomId() {
        byte[] bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return RevisionId.of(HexFormat.of().formatHex(bytes));
    }
}
