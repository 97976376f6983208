package dev.aludel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes what the fish shell needs to complete a command line: a line for every command and option. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(CommandLine root) {
        String program = root.getCommandName();
        List<String> lines = new ArrayList<>();
        lines.add("# Completion of " + program + " for fish: " + program + " completion fish | source");
        lines.add("complete -c " + program + " -f");
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            lines.add("complete -c " + program + " -n __fish_use_subcommand -a " + command.getKey() + " -d "
                    + quoted(summary(
                            command.getValue().getCommandSpec().usageMessage().description())));
        }
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            String seen = " -n '__fish_seen_subcommand_from " + command.getKey() + "'";
            command.getValue().getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> lines.add("complete -c " + program + seen + option(option)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String option(OptionSpec option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            words.append(takesFile(option) ? " -r -F" : " -x");
        }
        return words + " -d " + quoted(summary(option.description()));
    }

    private static boolean takesFile(OptionSpec option) {
        return List.of("FILE", "DIR").contains(option.paramLabel());
    }

    private static String summary(String[] description) {
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
