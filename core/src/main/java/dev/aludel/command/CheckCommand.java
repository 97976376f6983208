package dev.aludel.command;

/** Tells whether a migration is missing: {@code aludel check}. Writes nothing. */
public final class CheckCommand {
    private final Environment environment;

    public CheckCommand(Environment environment) {
        this.environment = environment;
    }

    /** What the next migration would do, nothing when models and database agree; and what it cannot do. */
    public DiffCommand.Result run() {
        ModelComparison.Result found = new ModelComparison(environment)
                .compare(environment.scripts().get().graph(), Answers.none());
        return new DiffCommand.Result(
                SchemaDifference.list(
                        found.draft(), found.live(), environment.database().dialect()),
                found.draft().notices().stream()
                        .filter(notice -> notice.operation().isEmpty())
                        .toList());
    }
}
