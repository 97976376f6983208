package dev.aludel.cli;

import dev.aludel.command.LogCommand;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.runtime.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel log}. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Tells what was done to this database: when, by whom, how long, with what result.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel log", "  aludel log --limit 100 -v", "  aludel log --format json"})
final class LogVerb implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most the last N lines; default ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        Session session = root.session();
        if (limit < 1) {
            throw AludelException.of(ErrorCode.USAGE, "--limit is a number of lines from 1 on; this is " + limit + ".")
                    .state("Nothing was run.")
                    .remedy("For example: `aludel log --limit 100`.");
        }
        Printer printer = session.printer();
        List<LogLine> lines = new LogCommand(session.environment()).run(limit);
        printer.document(Map.of("log", lines.stream().map(LogVerb::document).toList()));
        int width =
                lines.stream().mapToInt(line -> line.revision().length()).max().orElse(0);
        for (LogLine line : lines) {
            printer.line(line(line, width));
            details(line, session.options().verbose).forEach(text -> printer.line("    " + text));
        }
        if (lines.isEmpty()) {
            printer.note("Aludel has done nothing to this database yet.");
        }
        return 0;
    }

    private static String line(LogLine line, int width) {
        return String.format(
                "%s  %-9s  %-" + Math.max(1, width) + "s  %-6s  %6d ms  %s",
                TIME.format(line.happenedAt().atZone(ZoneId.systemDefault())),
                line.action(),
                line.revision(),
                line.result(),
                line.durationMillis(),
                line.appliedBy());
    }

    /** Of a failure the first line always, the rest when asked for. */
    private static List<String> details(LogLine line, boolean verbose) {
        List<String> all = line.detail().map(text -> text.lines().toList()).orElse(List.of());
        boolean failed = line.result().equals("failed");
        return verbose ? all : all.subList(0, failed ? Math.min(1, all.size()) : 0);
    }

    private static Map<String, Object> document(LogLine line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", line.id());
        values.put("happened_at", line.happenedAt().toString());
        values.put("action", line.action());
        values.put("revision", line.revision());
        values.put("result", line.result());
        values.put("applied_by", line.appliedBy());
        values.put("duration_ms", line.durationMillis());
        values.put("detail", line.detail().orElse(""));
        return values;
    }
}
