package dev.aludel.maven;

import dev.aludel.cli.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Where the words of a command go: messages into Maven's log, and the text of a failure into Maven's failure. */
final class Output implements AutoCloseable {
    private final Log log;
    private final List<String> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final PrintStream out;
    private final PrintStream messages;
    private final PrintStream warnings;
    private final PrintStream failure = LineStream.to(failures::add);

    /** {@code results}: where results go as they are, for programs; empty: they are for people, in the log. */
    Output(Log log, Optional<PrintStream> results) {
        this.log = log;
        this.messages = LineStream.to(log::info);
        this.warnings = LineStream.to(log::warn);
        this.out = results.orElseGet(() -> LineStream.to(this::result));
    }

    Terminal terminal() {
        return new Terminal(System.in, out, messages, warnings, failure, false, false);
    }

    private void result(String line) {
        results.add(line);
        log.info(line);
    }

    /** What the command said of its failure; its results where that is all, and the log has not shown them. */
    String failure() {
        boolean shown = !failures.isEmpty() || log.isInfoEnabled();
        return String.join("\n", shown ? failures : results).strip();
    }

    @Override
    public void close() {
        List.of(out, messages, warnings, failure).forEach(PrintStream::close);
    }
}
