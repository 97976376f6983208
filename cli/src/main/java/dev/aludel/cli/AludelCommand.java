package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: holds what its subcommands share. */
@Command(
        name = "aludel",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Version control for database schemas.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aludel revision --autogenerate -m \"Add email to author\"",
            "  aludel upgrade head",
            "  aludel downgrade -1",
            "  aludel history",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,",
            "3 differences found, 5 the database is ahead of these files,",
            "143 ended by SIGTERM, 130 by Ctrl-C.",
        })
final class AludelCommand implements Runnable {
    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Shell shell;

    AludelCommand(Shell shell) {
        this.shell = shell;
    }

    Session session() {
        if (options.isLanguage()) {
            throw AludelException.of(
                            ErrorCode.USAGE,
                            "--format " + options.format + " is for commands that write a migration: revision, merge,"
                                    + " squash.")
                    .state("Nothing was run.")
                    .remedy("Results are written as --format text or --format json.");
        }
        return writingSession();
    }

    /** The same for a command whose {@code --format} may also be the language of a new file. */
    Session writingSession() {
        options.requireConsistent();
        return new Session(shell, options);
    }

    /** The same with a tag among the free arguments. */
    Session session(Optional<String> tag) {
        if (tag.isPresent() && options.arguments.containsKey("tag")) {
            throw OptionRules.both("--tag", "-x tag", "both are the argument 'tag'.");
        }
        tag.ifPresent(text -> options.arguments.put("tag", text));
        return session();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
