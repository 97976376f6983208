package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Refuses to read a model from classes that are missing or older than their sources: it would miss the last edit. */
public final class EntityFreshness {
    private final Path sources;
    private final Path classes;
    private final List<Path> leftOut;

    /** {@code leftOut}: source directories that need not be compiled, such as the migrations themselves. */
    public EntityFreshness(Path project, List<Path> leftOut) {
        this.sources = project.resolve("src/main/java");
        this.classes = project.resolve("target/classes");
        this.leftOut =
                leftOut.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /**
     * Checks all sources.
     *
     * @throws AludelException (MOD-003, MOD-004) naming the files
     */
    public void check() {
        List<String> missing = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        for (Path source : sources()) {
            Path relative = sources.relativize(source);
            String name = relative.toString();
            Path compiled = classes.resolve(name.substring(0, name.length() - ".java".length()) + ".class");
            if (!Files.exists(compiled)) {
                missing.add(relative.toString());
            } else if (modified(source) > modified(compiled)) {
                stale.add(relative.toString());
            }
        }
        if (!missing.isEmpty()) {
            throw failure(ErrorCode.MODEL_NOT_COMPILED, "The project's classes are not compiled.", missing);
        }
        if (!stale.isEmpty()) {
            throw failure(ErrorCode.MODEL_STALE, "Compiled classes are older than their sources.", stale);
        }
    }

    private List<Path> sources() {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                    .filter(file -> leftOut.stream()
                            .noneMatch(directory ->
                                    file.toAbsolutePath().normalize().startsWith(directory)))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private AludelException failure(ErrorCode code, String what, List<String> files) {
        String more = files.size() > 5 ? "\nand " + (files.size() - 5) + " more" : "";
        return AludelException.of(code, what)
                .at(sources + "\n" + String.join("\n", files.subList(0, Math.min(5, files.size()))) + more)
                .state("No file was written and the database is as it was.")
                .remedy("Compile first: `mvn compile`. Then run this command again.");
    }
}
