package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs one command line in a shell; every failure becomes a message and an exit code here. */
public final class AludelCommandLine {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Shell shell;

    public AludelCommandLine(Shell shell) {
        this.shell = shell;
    }

    /** The exit code: 0 done, 1 failed, 2 usage or configuration, 3 differences, 5 the database is ahead, 143 told to end. */
    public int run(String... arguments) {
        if (List.of(arguments).equals(List.of("--version"))) {
            // nothing is asked that is worth reading a single command for
            shell.terminal().out().println(VersionText.text());
            return 0;
        }
        return run(Verbs.named(arguments), Targets.protect(arguments));
    }

    private int run(List<String> verbs, String... arguments) {
        AludelCommand root = new AludelCommand(shell);
        Printer printer = new Printer(shell, root.options);
        CommandLine commandLine = Verbs.below(root, verbs)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(shell.terminal().out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.terminal().err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        printer.isColored() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((failure, given) ->
                        verbs.equals(Verbs.names()) ? usage(failure, printer) : run(Verbs.names(), arguments))
                .setExecutionStrategy(given -> {
                    UsageErrors.requireNoUrl(given);
                    return new CommandLine.RunLast().execute(given);
                })
                .setExecutionExceptionHandler((failure, line, result) -> failed(failure, printer));
        return commandLine.execute(arguments);
    }

    /** All commands with their options and texts, for what shows them in another form. */
    public static CommandSpec commands() {
        Terminal nowhere = new Terminal(InputStream.nullInputStream(), NOWHERE, NOWHERE, false, false);
        Shell shell = new Shell(Map.of(), Path.of(""), List.of(), nowhere);
        return Verbs.below(new AludelCommand(shell), Verbs.names()).getCommandSpec();
    }

    private static int failed(Exception failure, Printer printer) {
        if (failure instanceof AludelException known) {
            printer.error(known);
            return known.code().exitCode();
        }
        printer.unexpected(failure);
        return 1;
    }

    private static int usage(ParameterException failure, Printer printer) {
        printer.error(UsageErrors.of(failure));
        return ErrorCode.USAGE.exitCode();
    }
}
