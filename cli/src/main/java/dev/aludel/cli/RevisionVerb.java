package dev.aludel.cli;

import dev.aludel.command.Answers;
import dev.aludel.command.Environment;
import dev.aludel.command.RebaseCommand;
import dev.aludel.command.RevisionCommand;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code aludel revision}. */
@Command(
        name = "revision",
        mixinStandardHelpOptions = true,
        description = "Writes a new migration.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel revision --autogenerate -m \"Add email to author\"",
            "  aludel revision -m \"Backfill emails\"",
            "  aludel revision --autogenerate -m \"Full names\" --rename author.name:full_name",
            "  aludel revision --autogenerate -m \"Emails\" --fill author.email=\"'unknown'\"",
            "  aludel revision -m \"Audit trail\" --format sql",
            "  aludel revision --autogenerate --sql -m \"What would it do?\"",
            "  aludel revision --rebase 88be10"
        })
final class RevisionVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "One line that says what the migration is for.")
    private String message = "";

    @Option(names = "--autogenerate", description = "Fill it with what brings the database to the models.")
    private boolean autogenerate;

    @Option(names = "--head", paramLabel = "HEAD", description = "What it follows; default head. base: a new root.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--splice", description = "Allow a HEAD that is not a head: a new branch begins there.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch that begins here.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--depends-on", paramLabel = "REV", description = "A revision that must be applied before.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The revision's id; default a random one.")
    private Optional<String> revisionId = Optional.empty();

    @Option(
            names = "--version-path",
            paramLabel = "DIR",
            description = "The directory for the new file; default: beside its parent.")
    private Optional<Path> versionPath = Optional.empty();

    @Option(
            names = "--rename",
            paramLabel = "OLD:NEW",
            description =
                    "With --autogenerate: old:new for a table, table.old:new for a column, type.old:new for an enum value.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=SQL",
            description = "With --autogenerate: what rows get in table.column, which must not be null.")
    private List<String> fillings = new ArrayList<>();

    @Option(
            names = "--rebase",
            paramLabel = "REV",
            description = "Write no new file: let this unapplied revision follow --head, default the other head.")
    private Optional<String> rebase = Optional.empty();

    @Option(names = "--sql", description = "With --autogenerate: print the SQL that it would run; write no file.")
    private boolean sql;

    @Override
    public Integer call() {
        Session session = root.writingSession();
        requireConsistent(session.options());
        Environment environment = session.environment();
        if (rebase.isPresent()) {
            return rebase(session.printer(), environment, rebase.get());
        }
        if (message.isEmpty()) {
            throw new MissingParameterException(
                    spec.commandLine(), spec.findOption("-m"), "Missing required option: '--message=MESSAGE'");
        }
        if (sql) {
            return printSql(session, environment);
        }
        RevisionCommand.Result result = new RevisionCommand(environment)
                .run(new RevisionCommand.Request(
                        message,
                        autogenerate,
                        heads.isEmpty() ? List.of("head") : heads,
                        splice,
                        branchLabels,
                        dependsOn,
                        revisionId,
                        session.options().language(environment),
                        versionPath,
                        answers(session)));
        Drafts.print(session.printer(), environment.directory(), result.file(), result.draft());
        return 0;
    }

    private void requireConsistent(GlobalOptions options) {
        OptionRules rules = new OptionRules(spec);
        String moves = "--rebase only lets a revision that is there follow another one.";
        rules.excludes("--rebase", moves, "--autogenerate", "--sql", "--message", "--splice", "--branch-label");
        rules.excludes("--rebase", moves, "--depends-on", "--rev-id", "--version-path", "--rename", "--fill");
        String prints = "--sql prints what a migration would run, and writes no file.";
        rules.excludes("--sql", prints, "--head", "--splice", "--branch-label", "--depends-on");
        rules.excludes("--sql", prints, "--rev-id", "--version-path");
        rules.needs("--rename", "--autogenerate");
        rules.needs("--fill", "--autogenerate");
        if (options.isLanguage() && (rebase.isPresent() || sql)) {
            throw OptionRules.both(
                    rebase.isPresent() ? "--rebase" : "--sql",
                    "--format " + options.format,
                    rebase.isPresent() ? moves : prints);
        }
        if (rebase.isPresent() && heads.size() > 1) {
            throw OptionRules.both(
                    "--head " + heads.get(0), "--head " + heads.get(1), "a rebased revision follows one other.");
        }
    }

    private int rebase(Printer printer, Environment environment, String revision) {
        RebaseCommand.Result result =
                new RebaseCommand(environment).run(revision, heads.stream().findFirst());
        String onto = result.onto().map(found -> found.id().value()).orElse("base");
        printer.document(Map.of(
                "file", result.moved().source(),
                "revision", result.moved().id().value(),
                "before", Lines.ids(result.before()),
                "onto", onto));
        printer.success("Rebased " + result.moved().id() + ": it follows " + onto + " now, no more "
                + new Heads(result.before()) + ".");
        printer.line("Changed " + result.moved().source());
        return 0;
    }

    private Answers answers(Session session) {
        return new Answers(renames, fillings, session.questions());
    }

    private int printSql(Session session, Environment environment) {
        if (!autogenerate) {
            throw AludelException.of(
                            ErrorCode.USAGE,
                            "Using --sql with the revision command needs --autogenerate: an empty"
                                    + " migration has no SQL.")
                    .state("Nothing was run and no file was written.")
                    .remedy("Add --autogenerate, or write an SQL migration with --format sql.");
        }
        List<String> statements = new RevisionCommand(environment).autogenerateSql(answers(session));
        Printer printer = session.printer();
        printer.document(Map.of("sql", statements));
        statements.forEach(statement -> printer.line(statement + ";"));
        if (statements.isEmpty()) {
            printer.note("No model difference.");
        }
        return 0;
    }
}
