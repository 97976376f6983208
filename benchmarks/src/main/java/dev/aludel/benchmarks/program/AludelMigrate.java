package dev.aludel.benchmarks.program;

import dev.aludel.Aludel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Aludel as an application embeds it: {@code URL FOLDER [TIMES]}, where the folder holds the package {@code versions}. */
public final class AludelMigrate {
    private AludelMigrate() {}

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        URL[] root = {Path.of(arguments[1]).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(root, AludelMigrate.class.getClassLoader())) {
            Timed.prepare(Timed.times(arguments, 2), () -> {
                Aludel aludel = Aludel.migrations("versions").loader(loader).on(database);
                return () -> aludel.upgrade("head");
            });
        }
    }
}
