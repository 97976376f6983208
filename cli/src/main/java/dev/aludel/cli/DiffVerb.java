package dev.aludel.cli;

import dev.aludel.command.DiffCommand;
import dev.aludel.command.SchemaDifference;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells what turns one schema into another; changes nothing.",
        footerHeading = "%nBoth sides take: models, migrations, database, empty, a JDBC URL,%n"
                + "an .sql file, a folder of .sql files (written with a slash at its end).%n%nExamples:%n",
        footer = {
            "  aludel diff --from database --to models",
            "  aludel diff --from migrations --to schema.sql",
            "  aludel diff --from empty --to models --sql",
            "  aludel diff --from database --to jdbc:postgresql://localhost/other"
        })
final class DiffVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(names = "--from", required = true, paramLabel = "X", description = "What is there.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "Y", description = "What shall be there.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(names = "--reverse", description = "What turns Y into X.")
    private boolean reverse;

    @Option(names = "--sql", description = "Print the statements, ready to be run.")
    private boolean sql;

    @Override
    public Integer call() {
        Session session = root.session();
        DiffCommand command = new DiffCommand(session.environment(), session.directory(), session.databases());
        DiffCommand.Result result = reverse ? command.run(to, from) : command.run(from, to);
        Printer printer = session.printer();
        printer.document(Differences.document(result.differences()));
        if (result.differences().isEmpty()) {
            printer.success("No differences.");
        }
        lines(result.differences()).forEach(printer::line);
        result.notices().forEach(notice -> printer.warning("Look:    " + notice.text()));
        return 0;
    }

    private Stream<String> lines(List<SchemaDifference> differences) {
        return sql
                ? differences.stream().flatMap(each -> each.sql().stream()).map(statement -> statement + ";")
                : differences.stream().map(each -> Differences.line(each.operation()));
    }
}
