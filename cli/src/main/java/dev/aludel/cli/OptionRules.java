package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Refuses options that do not go together, where else one of them would be left out in silence. */
final class OptionRules {
    private final ParseResult given;

    OptionRules(CommandSpec command) {
        this.given = command.commandLine().getParseResult();
    }

    /** Where the option is given none of the others may be; {@code why} is one sentence. */
    void excludes(String option, String why, String... others) {
        for (String other : others) {
            if (given.hasMatchedOption(option) && given.hasMatchedOption(other)) {
                throw both(option, other, why);
            }
        }
    }

    /** The option says nothing without the other one. */
    void needs(String option, String other) {
        if (given.hasMatchedOption(option) && !given.hasMatchedOption(other)) {
            throw AludelException.of(ErrorCode.USAGE, option + " says nothing without " + other + ".")
                    .state("Nothing was run.")
                    .remedy("Add " + other + ", or leave " + option + " out.");
        }
    }

    /** Two options of which only one may be given. */
    static AludelException both(String one, String other, String why) {
        return AludelException.of(ErrorCode.USAGE, one + " and " + other + " cannot be asked for together.")
                .state("Nothing was run.")
                .remedy("Leave one of them out: " + why);
    }
}
