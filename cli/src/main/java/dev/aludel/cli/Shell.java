package dev.aludel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param environment the variables
 * @param directory where it was called
 * @param modelPath the jars that read models, loaded beside the project's own classes
 * @param terminal its streams
 */
public record Shell(Map<String, String> environment, Path directory, List<Path> modelPath, Terminal terminal) {
    public Shell {
        environment = Map.copyOf(environment);
        modelPath = List.copyOf(modelPath);
    }
}
