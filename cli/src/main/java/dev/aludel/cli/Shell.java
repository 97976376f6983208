package dev.aludel.cli;

import dev.aludel.runtime.Interruption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a command.
 *
 * @param environment the variables
 * @param directory where it was called
 * @param classPath the project's classes and libraries where the caller knows them; empty: the project's build is asked
 * @param modelPath the jars that read models, loaded beside the project's own classes
 * @param terminal its streams
 * @param interruption ends what the command runs
 */
public record Shell(
        Map<String, String> environment,
        Path directory,
        Optional<List<Path>> classPath,
        List<Path> modelPath,
        Terminal terminal,
        Interruption interruption) {
    public Shell {
        environment = Map.copyOf(environment);
        classPath = classPath.map(List::copyOf);
        modelPath = List.copyOf(modelPath);
    }

    /** A command that nobody ends. */
    public Shell(
            Map<String, String> environment,
            Path directory,
            Optional<List<Path>> classPath,
            List<Path> modelPath,
            Terminal terminal) {
        this(environment, directory, classPath, modelPath, terminal, new Interruption());
    }

    /** A process that knows nothing of the project's build. */
    public Shell(Map<String, String> environment, Path directory, List<Path> modelPath, Terminal terminal) {
        this(environment, directory, Optional.empty(), modelPath, terminal);
    }
}
