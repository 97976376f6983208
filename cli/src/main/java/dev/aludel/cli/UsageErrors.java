package dev.aludel.cli;

import dev.aludel.config.JdbcUrls;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.error.Suggestions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words of the command line that were not understood, in Aludel's form: what, how it is written, what was meant. */
final class UsageErrors {
    private static final String URL = "A database's URL is given with --url, and not as an argument.";

    private UsageErrors() {}

    /** A word that is not known comes first: what else is missing is often what that word was meant to be. */
    static AludelException of(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        List<String> unknown = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched()
                : command.getUnmatchedArguments();
        return unknown.isEmpty() ? plain(failure) : unmatched(new UnmatchedArgumentException(command, unknown));
    }

    /** An argument that only some forms of a command take. */
    static AludelException tooMany(String word, String usage) {
        return AludelException.of(ErrorCode.USAGE, "There is one argument too many: '" + word + "'.")
                .with("usage", usage)
                .state("Nothing was run.")
                .remedy("Leave it out.");
    }

    /**
     * A database among the arguments of a command, none of which is one. It is not shown, since it may hold a password.
     *
     * @throws ParameterException where there is one
     */
    static void requireNoUrl(ParseResult given) {
        ParseResult last = given;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        for (ArgSpec argument : last.matchedPositionals()) {
            if (argument.originalStringValues().stream().anyMatch(UsageErrors::isUrl)) {
                throw new ParameterException(last.commandSpec().commandLine(), URL);
            }
        }
    }

    private static boolean isUrl(String word) {
        return !word.startsWith("-")
                && (word.startsWith("jdbc:") || !JdbcUrls.redact(word).equals(word));
    }

    private static AludelException plain(ParameterException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        return error(sentence(String.valueOf(failure.getMessage())), failure.getCommandLine(), example(command));
    }

    private static AludelException unmatched(UnmatchedArgumentException failure) {
        CommandLine command = failure.getCommandLine();
        String word = failure.getUnmatched().get(0);
        if (isUrl(word)) {
            return error(URL, command, "");
        }
        boolean unknownCommand =
                !word.startsWith("-") && !command.getSubcommands().isEmpty();
        List<String> near = near(word, command.getCommandSpec(), unknownCommand);
        String advice = near.isEmpty() && unknownCommand
                ? "There are: " + String.join(", ", command.getSubcommands().keySet()) + ". "
                : meant(near);
        return error(what(word, unknownCommand), command, advice);
    }

    private static List<String> near(String word, CommandSpec command, boolean unknownCommand) {
        String name = word.replaceFirst("(?s)=.*", "");
        Collection<String> known = unknownCommand
                ? command.subcommands().keySet()
                : command.optionsMap().keySet();
        return Suggestions.near(name, known, Math.max(2, name.length() / 3));
    }

    private static AludelException error(String what, CommandLine command, String advice) {
        return AludelException.of(ErrorCode.USAGE, what)
                .with("usage", synopsis(command))
                .state("Nothing was run.")
                .remedy(advice + "See `" + command.getCommandSpec().qualifiedName() + " --help`.");
    }

    /** Only the first word, and nothing behind an equals sign: what follows a mistyped option may be a password. */
    private static String what(String word, boolean unknownCommand) {
        String shown = word.replaceFirst("(?s)^(-[^=]*)=.*", "$1").strip();
        if (word.startsWith("-")) {
            return "Unknown option '" + shown + "'.";
        }
        return (unknownCommand ? "Unknown command '" : "There is one argument too many: '") + shown + "'.";
    }

    private static String meant(List<String> near) {
        return near.isEmpty()
                ? ""
                : "Did you mean " + near.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or "))
                        + "? ";
    }

    private static String example(CommandSpec command) {
        return Arrays.stream(command.usageMessage().footer())
                .map(String::strip)
                .filter(line -> line.startsWith("aludel "))
                .findFirst()
                .map(line -> "For example: `" + line + "`. ")
                .orElse("");
    }

    private static String synopsis(CommandLine command) {
        return CommandLine.Help.Ansi.OFF
                .string(command.getHelp().abbreviatedSynopsis())
                .strip();
    }

    private static String sentence(String message) {
        String line = message.lines()
                .findFirst()
                .orElse(message)
                .replace(" (case-insensitive)", "")
                .strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
