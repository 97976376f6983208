package dev.aludel.benchmarks.peer.ebean;

import dev.aludel.benchmarks.program.Timed;
import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationRunner;
import java.sql.Connection;
import java.sql.DriverManager;

/** Applies what is pending: {@code URL FOLDER [TIMES]}. */
public final class EbeanProgram {
    private EbeanProgram() {}

    public static void main(String[] arguments) throws Exception {
        Timed.prepare(Timed.times(arguments, 2), () -> {
            MigrationConfig config = new MigrationConfig();
            config.setMigrationPath("filesystem:" + arguments[1]);
            MigrationRunner runner = new MigrationRunner(config);
            return () -> {
                try (Connection connection = DriverManager.getConnection(arguments[0])) {
                    runner.run(connection);
                }
            };
        });
    }
}
