package dev.aludel.command;

import java.util.List;

/** Tells whether a migration is missing: {@code aludel check}. Writes nothing. */
public final class CheckCommand {
    private final Environment environment;

    public CheckCommand(Environment environment) {
        this.environment = environment;
    }

    /** What the next migration would do; empty when models and database agree. */
    public List<SchemaDifference> run() {
        ModelComparison.Result found = new ModelComparison(environment)
                .compare(environment.scripts().get().graph(), Answers.none());
        return SchemaDifference.list(
                found.draft(), found.live(), environment.database().dialect());
    }
}
