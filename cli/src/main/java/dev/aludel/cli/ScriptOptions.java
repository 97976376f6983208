package dev.aludel.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What upgrade, downgrade and stamp have in common beside their targets. */
final class ScriptOptions {
    @Option(names = "--sql", description = "Write an SQL script to standard output instead; asks no database.")
    boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TEXT",
            description = "Free text: in the head of the script; for migrations the argument 'tag'.")
    Optional<String> tag = Optional.empty();

    /** Prints the script as it is, or in the field {@code sql}. */
    void print(Printer printer, String script) {
        printer.document(Map.of("sql", script));
        printer.line(script.stripTrailing());
    }
}
