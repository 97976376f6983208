package dev.aludel.cli;

import dev.aludel.cli.project.Unreadable;
import dev.aludel.config.Configuration;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and reads the configuration file. */
final class ConfigurationFile {
    private ConfigurationFile() {}

    /** The file of {@code --config} or {@code $ALUDEL_CONFIG} must be there; {@code aludel.properties} may be. */
    static Configuration read(Shell shell, GlobalOptions options) {
        Configuration all = readFile(shell, options);
        return options.name.map(all::forEnvironment).orElse(all);
    }

    /** For a project that is being made: a file that is named need not be there yet. */
    static Configuration readIfThere(Shell shell, GlobalOptions options) {
        boolean there = options.config
                .map(shell.directory()::resolve)
                .filter(Files::exists)
                .isPresent();
        return there || options.config.isEmpty() ? readFile(shell, options) : Configuration.empty();
    }

    private static Configuration readFile(Shell shell, GlobalOptions options) {
        String variable = shell.environment().getOrDefault("ALUDEL_CONFIG", "");
        boolean named = options.config.isPresent() || !variable.isEmpty();
        Path file = options.config.orElse(Path.of(variable.isEmpty() ? "aludel.properties" : variable));
        Path path = shell.directory().resolve(file);
        if (!named && !Files.exists(path)) {
            return Configuration.empty();
        }
        try {
            return Configuration.parse(Files.readString(path), file.toString(), shell.environment());
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "The configuration file cannot be read: " + Unreadable.why(path, failure) + ".",
                            failure)
                    .at(path.toString())
                    .state("Nothing was run.")
                    .remedy(
                            named
                                    ? "Name a readable UTF-8 file with "
                                            + (options.config.isPresent() ? "--config." : "$ALUDEL_CONFIG.")
                                    : "Save the file as UTF-8, readable for this user.");
        }
    }
}
