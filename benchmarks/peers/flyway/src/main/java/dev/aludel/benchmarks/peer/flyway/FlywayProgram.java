package dev.aludel.benchmarks.peer.flyway;

import dev.aludel.benchmarks.program.Timed;
import org.flywaydb.core.Flyway;

/** Applies what is pending: {@code URL FOLDER [TIMES]}. */
public final class FlywayProgram {
    private FlywayProgram() {}

    public static void main(String[] arguments) throws Exception {
        Timed.prepare(Timed.times(arguments, 2), () -> {
            Flyway flyway = Flyway.configure()
                    .dataSource(arguments[0], "postgres", "")
                    .locations("filesystem:" + arguments[1])
                    .load();
            return () -> flyway.migrate();
        });
    }
}
