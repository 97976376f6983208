package dev.aludel;

import dev.aludel.command.CurrentCommand;
import dev.aludel.command.DowngradeCommand;
import dev.aludel.command.EnsureVersionCommand;
import dev.aludel.command.Environment;
import dev.aludel.command.ListCommands;
import dev.aludel.command.LogCommand;
import dev.aludel.command.OnDatabaseAhead;
import dev.aludel.command.PlanCommand;
import dev.aludel.command.RepairCommand;
import dev.aludel.command.StampCommand;
import dev.aludel.command.UpgradeCommand;
import dev.aludel.revision.Plan;
import dev.aludel.runtime.LogLine;
import dev.aludel.runtime.MigrationListener;
import java.util.List;
import java.util.Optional;

/**
 * Aludel inside an application: its compiled migrations, its own data source.
 *
 * <pre>{@code
 * Aludel.migrations("com.example.shop.storage.migrations.versions").on(dataSource).upgrade("head");
 * }</pre>
 *
 * <p>One object reads the migrations at its first call, and not again; many threads may share it.
 *
 * <p>Every method throws {@link dev.aludel.error.AludelException} with what happened, where, the state of the database and
 * what to do.
 */
public final class Aludel {
    private final Environment environment;

    Aludel(Environment environment) {
        this.environment = environment;
    }

    /** Names the package that holds the migrations; its classes are found through the calling thread's class loader. */
    public static Migrations migrations(String packageName) {
        return new Migrations(
                packageName,
                Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                        .orElse(Aludel.class.getClassLoader()),
                MigrationListener.SILENT,
                OnDatabaseAhead.FAIL);
    }

    /** Brings the database forward: {@code head}, {@code heads}, a revision, {@code +1}. */
    public Plan upgrade(String target) {
        return new UpgradeCommand(environment).run(target);
    }

    /** Takes the database back: {@code -1}, a revision, {@code base}. */
    public Plan downgrade(String target) {
        return new DowngradeCommand(environment).run(target);
    }

    /** Writes into the history where the database is, without running anything. */
    public Plan stamp(String... targets) {
        return new StampCommand(environment).run(List.of(targets), false);
    }

    /** Where the database is, and whether that is all that the application has. */
    public CurrentCommand.State current() {
        return new CurrentCommand(environment).run();
    }

    /** Lists what the application has: history, heads, branches, one revision. */
    public ListCommands revisions() {
        return new ListCommands(environment);
    }

    /** Tells what an upgrade, downgrade or stamp would do; runs nothing. */
    public PlanCommand plan() {
        return new PlanCommand(environment, Optional.empty());
    }

    /** Finds where history and migrations disagree, and mends it when it is told to. */
    public RepairCommand repair() {
        return new RepairCommand(environment);
    }

    /** The newest lines of what was ever done to the database, the newest last. */
    public List<LogLine> log(int limit) {
        return new LogCommand(environment).run(limit);
    }

    /** Creates Aludel's own tables where they are missing; true where they were. */
    public boolean ensureVersion() {
        return new EnsureVersionCommand(environment).run();
    }
}
