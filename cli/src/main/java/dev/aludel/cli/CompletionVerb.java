package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aludel completion SHELL}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Writes a script that lets a shell complete commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(aludel completion bash)",
            "  source <(aludel completion zsh)",
            "  aludel completion fish | source"
        })
final class CompletionVerb implements Callable<Integer> {

    /** The shells that are known. */
    enum ShellName {
        bash,
        zsh,
        fish
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    @SuppressWarnings("NullAway.Init")
    private ShellName shell;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script = shell == ShellName.fish ? FishCompletion.script(root) : AutoComplete.bash("aludel", root);
        root.getOut().print(script);
        root.getOut().flush();
        return 0;
    }
}
