package dev.aludel.command;

import dev.aludel.runtime.History;
import dev.aludel.runtime.OfflineScript;

/** Creates Aludel's own tables where they are missing: {@code aludel ensure-version}. */
public final class EnsureVersionCommand {
    private final Environment environment;

    public EnsureVersionCommand(Environment environment) {
        this.environment = environment;
    }

    /** The statements that do it, as a script. */
    public String sql() {
        return new OfflineScript(
                        environment.scripts().get(),
                        environment.database().dialect(),
                        environment.tables(),
                        environment.timeouts().run())
                .renderTables();
    }

    /** True when a table was created. */
    public boolean run() {
        History history = new History(environment.database().dialect(), environment.tables());
        return environment.withConnection(history::ensureTables);
    }
}
