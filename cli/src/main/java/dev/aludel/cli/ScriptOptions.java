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

    /** A script and a dry run are different things to ask for. */
    void refuseBoth(boolean dryRun) {
        if (sql && dryRun) {
            throw OptionRules.both(
                    "--sql",
                    "--dry-run",
                    "--dry-run shows what would run in this database, --sql writes a script and asks no database.");
        }
    }

    /** Prints the script as it is, or in the field {@code sql}. */
    void print(Printer printer, String script) {
        printer.document(Map.of("sql", script));
        printer.line(script.stripTrailing());
    }
}
