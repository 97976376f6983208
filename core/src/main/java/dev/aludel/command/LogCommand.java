package dev.aludel.command;

import dev.aludel.runtime.History;
import dev.aludel.runtime.LogLine;
import java.util.List;

/** Tells what was done to a database, when, by whom and with what result: {@code aludel log}. */
public final class LogCommand {
    private final Environment environment;

    public LogCommand(Environment environment) {
        this.environment = environment;
    }

    /** The last lines, oldest first; none for a database that Aludel has not touched. */
    public List<LogLine> run(int limit) {
        History history = new History(environment.database().dialect(), environment.tables());
        return environment.withConnection(connection -> history.log(connection, limit));
    }
}
