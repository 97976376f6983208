package dev.aludel.cli;

import dev.aludel.command.EnsureVersionCommand;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel ensure-version}. */
@Command(
        name = "ensure-version",
        mixinStandardHelpOptions = true,
        description = "Creates Aludel's own tables where they are missing, and nothing else.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel ensure-version", "  aludel ensure-version --sql"})
final class EnsureVersionVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(names = "--sql", description = "Write the SQL to standard output instead; asks no database.")
    private boolean sql;

    @Override
    public Integer call() {
        Session session = root.session();
        if (sql) {
            String script = new EnsureVersionCommand(session.environment()).sql();
            session.printer().document(Map.of("sql", script));
            session.printer().line(script.stripTrailing());
            return 0;
        }
        boolean created = new EnsureVersionCommand(session.environment()).run();
        session.printer().document(Map.of("created", created));
        if (created) {
            session.printer().success("Aludel's tables are created.");
        } else {
            session.printer().line("Aludel's tables are there already.");
        }
        return 0;
    }
}
