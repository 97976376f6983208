package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's editor: {@code $VISUAL}, {@code $EDITOR}, else the first known one on the {@code PATH}. */
final class Editor {
    private static final List<String> KNOWN = List.of("sensible-editor", "editor", "nano", "vim", "vi", "code");

    private final Map<String, String> environment;
    private final Path directory;

    Editor(Shell shell) {
        this.environment = shell.environment();
        this.directory = shell.directory();
    }

    /**
     * Opens the files in this process's terminal and waits until the editor ends.
     *
     * @throws AludelException (CFG-007) when there is no editor or it fails
     */
    void open(List<Path> files) {
        List<String> command = new ArrayList<>(command());
        files.forEach(file -> command.add(file.toString()));
        try {
            int exitCode = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw failure("The editor ended with exit code " + exitCode + ".")
                        .with("command", String.join(" ", command))
                        .remedy("See what it printed, or set the environment variable EDITOR to another one.");
            }
        } catch (IOException notThere) {
            throw failure("The editor '" + command.get(0) + "' cannot be started.")
                    .with("command", String.join(" ", command))
                    .remedy("Correct the environment variable VISUAL or EDITOR.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("The editor was interrupted.").remedy("Run the command again.");
        }
    }

    private List<String> command() {
        return variable("VISUAL")
                .or(() -> variable("EDITOR"))
                .or(() -> KNOWN.stream().filter(this::isOnPath).findFirst())
                .map(line -> List.of(line.strip().split("\\s+")))
                .orElseThrow(() -> failure("No suitable editor found.")
                        .remedy("Set the environment variable EDITOR or VISUAL, for example EDITOR=nano."));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private boolean isOnPath(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> Stream.of(Path.of(entry, program)))
                .anyMatch(Files::isExecutable);
    }

    private static AludelException failure(String what) {
        return AludelException.of(ErrorCode.EDITOR, what).state("The files are as the editor left them.");
    }
}
