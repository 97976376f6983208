package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks Maven for the run-time class path of one module. */
final class Maven {
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
    private static final int MOST_LINES = 6;

    private final Path project;
    private final Optional<Path> aggregator;

    /** {@code aggregator}: where the POM stands that lists this module, whose siblings may be its libraries. */
    Maven(Path project, Optional<Path> aggregator) {
        this.project = project.toAbsolutePath().normalize();
        this.aggregator = aggregator;
    }

    /**
     * Writes the libraries into this file, in the platform's notation. The network is used only when the local
     * repository lacks something.
     *
     * @throws AludelException (CFG-005) with Maven's last words
     */
    void writeClassPath(Path file) throws IOException {
        String said = "";
        for (List<String> online : List.of(List.of("-o"), List.<String>of())) {
            if (aggregator.isPresent()) {
                // siblings are resolved to their classes only when they are compiled in the same run
                String module = aggregator.get().relativize(project).toString();
                said = run(aggregator.get(), file, online, List.of("-pl", module, "-am", "compile", GOAL));
            }
            if (!Files.isRegularFile(file)) {
                said = run(project, file, online, List.of(GOAL));
            }
            if (Files.isRegularFile(file)) {
                return;
            }
        }
        throw AludelException.of(ErrorCode.CLASS_PATH, "Maven cannot tell the project's class path.")
                .at(project.resolve("pom.xml").toString())
                .with("maven", lastWords(said))
                .remedy("Make `mvn compile` work here, or set aludel.classpath in aludel.properties.");
    }

    private String run(Path directory, Path file, List<String> online, List<String> goals) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable(directory), "-q", "-B", "-Dstyle.color=never"));
        command.addAll(online);
        command.addAll(goals);
        command.add("-Dmdep.outputFile=" + file.toAbsolutePath());
        command.add("-DincludeScope=runtime");
        String output = "";
        int exitCode = 1;
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            exitCode = process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Maven ran", interrupted);
        } catch (IOException notThere) {
            output = "[ERROR] " + notThere.getMessage();
        }
        if (exitCode != 0) {
            // a run over several modules writes the file for each of them before it may fail
            Files.deleteIfExists(file);
        }
        return output;
    }

    /** The wrapper of the project or of a directory above it, else Maven itself. */
    private static String executable(Path directory) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        for (Path above = directory; above != null; above = above.getParent()) {
            Path wrapper = above.resolve(windows ? "mvnw.cmd" : "mvnw");
            if (Files.isExecutable(wrapper) && Files.isDirectory(above.resolve(".mvn"))) {
                return wrapper.toString();
            }
        }
        return windows ? "mvn.cmd" : "mvn";
    }

    private static String lastWords(String output) {
        List<String> errors = output.lines()
                .filter(line -> line.startsWith("[ERROR]"))
                .map(line -> line.substring("[ERROR]".length()).strip())
                .filter(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("To see the full stack trace")
                        && !line.startsWith("Re-run Maven")
                        && !line.startsWith("For more information")
                        && !line.startsWith("[Help"))
                .limit(MOST_LINES)
                .toList();
        return errors.isEmpty() ? output.strip() : String.join("\n", errors);
    }
}
