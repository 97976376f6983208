package dev.aludel.cli;

import dev.aludel.command.Database;
import dev.aludel.command.Environment;
import dev.aludel.command.Questions;
import dev.aludel.config.Configuration;
import java.nio.file.Path;
import java.util.function.Function;

/** One call of one command: its surroundings, its options, and how it prints. */
final class Session {
    private final Shell shell;
    private final GlobalOptions options;
    private final Printer printer;

    Session(Shell shell, GlobalOptions options) {
        this.shell = shell;
        this.options = options;
        this.printer = new Printer(shell, options);
    }

    Printer printer() {
        return printer;
    }

    GlobalOptions options() {
        return options;
    }

    Editor editor() {
        return new Editor(shell);
    }

    /** Asks the person at the terminal; nobody where none is there, or where the answer is for a program. */
    Questions questions() {
        return shell.terminal().answering() && !options.isJson() && !options.quiet
                ? new TerminalQuestions(shell.terminal())
                : Questions.none();
    }

    Path directory() {
        return shell.directory();
    }

    /** What the configuration file says; nothing when there is none yet, even where one is named. */
    Configuration configurationIfThere() {
        return ConfigurationFile.readIfThere(shell, options);
    }

    /** Finds databases by their URLs, beside the project's own. */
    Function<String, Database> databases() {
        return EnvironmentFactory.databases(shell, options, printer);
    }

    Environment environment() {
        return EnvironmentFactory.create(shell, options, printer);
    }
}
