package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The run-time class path of a project: as it is configured, or asked of Maven once and then kept under
 * {@code target/aludel} until one of the POMs that it depends on changes.
 */
public final class ProjectClassPath {
    private final Path project;
    private final Consumer<String> notes;

    /** {@code notes} hears when Maven must be asked, since that takes seconds. */
    public ProjectClassPath(Path project, Consumer<String> notes) {
        this.project = project;
        this.notes = notes;
    }

    /** The same as {@link #resolve(List)} with nothing configured: the build is asked. */
    public List<Path> resolve() {
        return resolve(List.of());
    }

    /**
     * What the project compiles to, then its libraries.
     *
     * @param configured directories, jars, {@code DIR/*} for the jars of a directory, or several of them in the
     *     platform's notation; relative to the project; empty: the build is asked
     * @throws AludelException (CFG-005) when the build cannot tell, or a configured entry does not exist
     */
    public List<Path> resolve(List<String> configured) {
        Build build = Build.of(project);
        List<Path> path = new ArrayList<>(build.outputs(project));
        if (!configured.isEmpty()) {
            configured.forEach(entry -> path.addAll(entries(entry)));
        } else if (build == Build.MAVEN) {
            path.addAll(libraries());
        } else if (build == Build.GRADLE) {
            throw AludelException.of(ErrorCode.CLASS_PATH, "Aludel cannot ask Gradle for the project's class path.")
                    .at(project.toString())
                    .remedy(
                            "Let Gradle copy the libraries of `runtimeClasspath` into a directory, for example build/lib,"
                                    + " and set aludel.classpath=build/lib/* in aludel.properties.");
        }
        return path.stream().distinct().toList();
    }

    private List<Path> entries(String configured) {
        return Arrays.stream(configured.split(File.pathSeparator, -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> entry.endsWith("*") ? jars(entry) : Stream.of(existing(entry)))
                .toList();
    }

    private Path existing(String entry) {
        Path path = project.resolve(entry).normalize();
        if (Files.exists(path)) {
            return path;
        }
        throw AludelException.of(ErrorCode.CLASS_PATH, "The class path names '" + entry + "', which does not exist.")
                .at(path.toString())
                .state("Nothing was run.")
                .remedy("Correct aludel.classpath in aludel.properties, or remove it to ask Maven.");
    }

    private Stream<Path> jars(String pattern) {
        String directory = pattern.substring(0, pattern.length() - 1);
        try (Stream<Path> files = Files.list(existing(directory.isEmpty() ? "." : directory))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException failure) {
            throw AludelException.of(ErrorCode.CLASS_PATH, "The directory '" + directory + "' cannot be read.", failure)
                    .at(project.resolve(directory).toString())
                    .remedy("Correct aludel.classpath in aludel.properties.");
        }
    }

    private List<Path> libraries() {
        Poms poms = Poms.of(project);
        Path kept = project.resolve("target/aludel/classpath-" + poms.fingerprint() + ".txt");
        try {
            if (!Files.isRegularFile(kept) || !isWhole(read(kept))) {
                notes.accept("Resolving the project's class path with Maven (until a POM changes) …");
                Files.createDirectories(kept.getParent());
                Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
                Files.deleteIfExists(fresh);
                new Maven(project, poms.aggregator()).writeClassPath(fresh);
                Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            return read(kept);
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.CLASS_PATH, "The project's class path cannot be kept: " + failure, failure)
                    .at(kept.toString())
                    .remedy("Make the directory writable, or set aludel.classpath.");
        }
    }

    private static List<Path> read(Path kept) throws IOException {
        return Arrays.stream(Files.readString(kept).strip().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }

    /** A cleaned local repository makes the kept answer useless. */
    private static boolean isWhole(List<Path> entries) {
        return entries.stream().allMatch(Files::exists);
    }
}
