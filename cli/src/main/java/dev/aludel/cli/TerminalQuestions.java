package dev.aludel.cli;

import dev.aludel.autogenerate.RenameCandidate;
import dev.aludel.command.Questions;
import dev.aludel.schema.Column;
import dev.aludel.schema.TableName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Asks on standard error and reads lines of standard input; its end answers all that is left with no. */
final class TerminalQuestions implements Questions {
    private final Terminal terminal;
    private final BufferedReader answers;

    TerminalQuestions(Terminal terminal) {
        this.terminal = terminal;
        this.answers = new BufferedReader(new InputStreamReader(terminal.in(), Charset.defaultCharset()));
    }

    @Override
    public Optional<RenameCandidate> renamed(List<RenameCandidate> candidates) {
        say("%s is there and not wanted. Was it renamed?%n", candidates.get(0).from());
        for (int index = 0; index < candidates.size(); index++) {
            RenameCandidate candidate = candidates.get(index);
            say(
                    "  %d  to %s  (score %d: %s)%n",
                    index + 1, candidate.to(), candidate.score(), String.join(", ", candidate.reasons()));
        }
        say("  0  no: drop it with its data%n");
        while (true) {
            Optional<String> answer = read("Number [0]: ");
            if (answer.filter(text -> !text.equals("0")).isEmpty()) {
                return Optional.empty();
            }
            Optional<RenameCandidate> chosen = answer.filter(text -> text.matches("\\d{1,4}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= 1 && number <= candidates.size())
                    .map(number -> candidates.get(number - 1));
            if (chosen.isPresent()) {
                return chosen;
            }
            say("'%s' is none of these numbers.%n", answer.orElse(""));
        }
    }

    @Override
    public Optional<String> value(TableName table, Column column) {
        say("%s.%s must not be null, and there may be rows.%n", table, column.describe());
        return read("What do they get? SQL, for example 'unknown'; nothing: I write it into the file [nothing]: ");
    }

    /** Empty for an empty line, and at the end of the input. */
    private Optional<String> read(String prompt) {
        say("%s", prompt);
        terminal.err().flush();
        try {
            return Optional.ofNullable(answers.readLine()).map(String::strip).filter(line -> !line.isEmpty());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void say(String format, Object... arguments) {
        terminal.err().printf(format, arguments);
    }
}
