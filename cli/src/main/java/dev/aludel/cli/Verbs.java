package dev.aludel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * The commands below {@code aludel}, in the order of its help. To read the options and texts of one takes several
 * milliseconds, so that a run reads those alone that its command line names.
 */
final class Verbs {
    private static final Map<String, Class<?>> ALL = all();

    private Verbs() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> verbs = new LinkedHashMap<>();
        verbs.put("init", InitVerb.class);
        verbs.put("revision", RevisionVerb.class);
        verbs.put("upgrade", UpgradeVerb.class);
        verbs.put("downgrade", DowngradeVerb.class);
        verbs.put("stamp", StampVerb.class);
        verbs.put("current", CurrentVerb.class);
        verbs.put("history", HistoryVerb.class);
        verbs.put("heads", HeadsVerb.class);
        verbs.put("branches", BranchesVerb.class);
        verbs.put("show", ShowVerb.class);
        verbs.put("merge", MergeVerb.class);
        verbs.put("squash", SquashVerb.class);
        verbs.put("check", CheckVerb.class);
        verbs.put("diff", DiffVerb.class);
        verbs.put("plan", PlanVerb.class);
        verbs.put("log", LogVerb.class);
        verbs.put("repair", RepairVerb.class);
        verbs.put("edit", EditVerb.class);
        verbs.put("ensure-version", EnsureVersionVerb.class);
        verbs.put("completion", CompletionVerb.class);
        return verbs;
    }

    /** The names of all commands. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The names that can be meant by these arguments: all of them where none is named, or where all are shown. */
    static List<String> named(String... arguments) {
        List<String> given = List.of(arguments);
        List<String> named = names().stream().filter(given::contains).toList();
        return named.isEmpty() || named.contains("completion") ? names() : named;
    }

    /** Puts the commands of these names below the root. */
    static CommandLine below(AludelCommand root, List<String> names) {
        CommandLine commandLine = new CommandLine(root);
        names.forEach(name -> commandLine.addSubcommand(name, ALL.get(name)));
        return commandLine;
    }
}
