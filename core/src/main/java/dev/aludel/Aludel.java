package dev.aludel;

import dev.aludel.command.CurrentCommand;
import dev.aludel.command.DowngradeCommand;
import dev.aludel.command.Environment;
import dev.aludel.command.ListCommands;
import dev.aludel.command.PackagedApplication;
import dev.aludel.command.RevisionView;
import dev.aludel.command.StampCommand;
import dev.aludel.command.UpgradeCommand;
import dev.aludel.revision.Plan;
import dev.aludel.runtime.MigrationListener;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Aludel inside an application: its compiled migrations, its own data source.
 *
 * <pre>{@code
 * Aludel.migrations("com.example.shop.storage.migrations.versions").on(dataSource).upgrade("head");
 * }</pre>
 *
 * <p>Every method throws {@link dev.aludel.error.AludelException} with what happened, where, the state of the database and
 * what to do.
 */
public final class Aludel {
    private final Environment environment;

    private Aludel(Environment environment) {
        this.environment = environment;
    }

    /** Names the package that holds the migrations; its classes are found through the calling thread's class loader. */
    public static Migrations migrations(String packageName) {
        return new Migrations(
                packageName,
                Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                        .orElse(Aludel.class.getClassLoader()),
                MigrationListener.SILENT);
    }

    /** A package of migrations, and who hears what runs. */
    public record Migrations(String packageName, ClassLoader loader, MigrationListener listener) {

        public Migrations listener(MigrationListener newListener) {
            return new Migrations(packageName, loader, newListener);
        }

        public Migrations loader(ClassLoader newLoader) {
            return new Migrations(packageName, newLoader, listener);
        }

        /** Nothing is opened before a command is called; one connection is enough. */
        public Aludel on(DataSource dataSource) {
            return new Aludel(PackagedApplication.environment(dataSource, loader, packageName, listener));
        }
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

    /** All revisions of the application, newest first. */
    public List<RevisionView> history() {
        return new ListCommands(environment).history(Optional.empty(), false);
    }
}
