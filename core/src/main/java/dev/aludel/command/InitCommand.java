package dev.aludel.command;

import dev.aludel.config.ConfigurationTemplate;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes a project ready for Aludel: {@code aludel init}. What is there already stays as it is. */
public final class InitCommand {
    private final Path project;

    public InitCommand(Path project) {
        this.project = project;
    }

    /** What was made; false where it was there already. */
    public record Result(boolean configurationWritten, boolean directoryMade) {}

    /**
     * Writes the configuration file and makes the migration directory.
     *
     * @param configuration the file's path relative to the project
     * @param directory the migration directory relative to the project
     * @throws AludelException (SCR-004) when one of them cannot be written
     */
    public Result run(Path configuration, Path directory) {
        Path folder = project.resolve(directory);
        Path file = project.resolve(configuration);
        try {
            boolean made = !Files.isDirectory(folder);
            Files.createDirectories(folder);
            boolean written = !Files.exists(file);
            if (written) {
                String shown = directory.toString().replace('\\', '/');
                Files.writeString(
                        file,
                        ConfigurationTemplate.render(shown),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE_NEW);
            }
            return new Result(written, made);
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.UNWRITABLE_FILE,
                            "The project cannot be prepared: " + failure.getMessage(),
                            failure)
                    .at(project.toString())
                    .state("What could be written stays; nothing that was there was changed.")
                    .remedy("Make the directory writable for this user, and see that no file stands where the migration"
                            + " directory shall be.");
        }
    }
}
