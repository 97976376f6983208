package dev.aludel.cli;

import dev.aludel.command.Environment;

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

    Environment environment() {
        return EnvironmentFactory.create(shell, options, printer);
    }
}
