package dev.aludel.command;

import dev.aludel.autogenerate.Fillings;
import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RowCheck;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Parents;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Writes a new migration: {@code aludel revision}. */
public final class RevisionCommand {
    private static final String SEVERAL_HEADS = "Join them with " + MultipleHeads.JOIN
            + ", apply that, and run this command again. Or continue one of them: --head ID.";

    private final Environment environment;

    public RevisionCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * What the new migration shall be.
     *
     * @param message one line for people
     * @param autogenerate fill it with what brings the database to the model
     * @param heads what it follows; usually the one current head
     * @param versionPath the directory for the new file; default: beside its parent
     * @param answers what the two schemas cannot tell
     */
    public record Request(
            String message,
            boolean autogenerate,
            List<String> heads,
            boolean splice,
            List<String> branchLabels,
            List<String> dependsOn,
            Optional<String> revisionId,
            Environment.Language language,
            Optional<Path> versionPath,
            Answers answers) {}

    /** The file that was written; none when autogenerate found no difference. */
    public record Result(Optional<Path> file, Optional<MigrationDraft> draft) {}

    /** The statements that bring the database to the model, in order, without writing a file. */
    public List<String> autogenerateSql(Answers answers) {
        ModelComparison.Result found = compare(environment.scripts().get().graph(), answers);
        return SchemaDifference.list(
                        found.draft(), found.live(), environment.database().dialect())
                .stream()
                .flatMap(difference -> difference.sql().stream())
                .toList();
    }

    private ModelComparison.Result compare(RevisionGraph graph, Answers answers) {
        Answers.Values values = answers.values();
        ModelComparison.Result found = new ModelComparison(environment).compare(graph, answers);
        UnaryOperator<String> quote = environment.database().dialect()::quote;
        MigrationDraft filled = Fillings.fill(found.draft(), found.live(), values::find, quote);
        values.requireUsed();
        return new ModelComparison.Result(asked(filled, RowCheck.of(filled, found.live(), quote)), found.live());
    }

    /** The draft with what the rows that are there say to it. */
    private MigrationDraft asked(MigrationDraft draft, List<RowCheck> checks) {
        if (checks.isEmpty()) {
            return draft;
        }
        return draft.with(environment.withConnection(connection -> checks.stream()
                .flatMap(check -> rows(connection, check.sql()).stream().mapToObj(check::found))
                .toList()));
    }

    /** How many there are; empty without any, and where the database has no words for the question. */
    private static OptionalLong rows(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            long count = rows.getLong(1);
            return count > 0 ? OptionalLong.of(count) : OptionalLong.empty();
        } catch (SQLException refused) {
            return OptionalLong.empty();
        }
    }

    public Result run(Request request) {
        Scripts scripts = environment.scripts().get();
        Parents parents = MultipleHeads.advise(
                SEVERAL_HEADS,
                () -> scripts.graph()
                        .planRevision(request.heads(), request.splice(), request.dependsOn(), Heads.empty()));
        Optional<MigrationDraft> draft = request.autogenerate()
                ? Optional.of(compare(scripts.graph(), request.answers()).draft())
                : Optional.empty();
        if (draft.filter(found -> found.upgrade().isEmpty()).isPresent()) {
            return new Result(Optional.empty(), draft);
        }
        Path file = new NewScript(environment, scripts)
                .write(new NewScript.Content(
                        request.message(),
                        request.revisionId(),
                        parents,
                        request.branchLabels(),
                        request.language(),
                        request.versionPath(),
                        draft));
        return new Result(Optional.of(file), draft);
    }
}
