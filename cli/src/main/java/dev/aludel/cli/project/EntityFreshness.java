package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses to read a model from classes that are missing or older than their sources: it would miss the last edit. All
 * sources count, not only entities: a constant in an annotation may stand anywhere.
 */
public final class EntityFreshness {
    private static final int MOST_FILES = 5;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private final Path project;
    private final Build build;
    private final List<Path> leftOut;

    /** {@code leftOut}: source directories that need not be compiled, such as the migrations themselves. */
    public EntityFreshness(Path project, List<Path> leftOut) {
        this.project = project;
        this.build = Build.of(project);
        this.leftOut =
                leftOut.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /**
     * Checks all Java and Kotlin sources of the project.
     *
     * @throws AludelException (MOD-003, MOD-004) naming the files
     */
    public void check() {
        List<String> missing = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        boolean nothingCompiled = build.outputs(project).stream().allMatch(output -> classes(output) == 0);
        for (Path root : build.sources(project)) {
            for (Path source : sources(root)) {
                Optional<Path> compiled = compiled(root.relativize(source).toString());
                if (compiled.isEmpty() && (nothingCompiled || isMissing(source))) {
                    missing.add(project.relativize(source).toString());
                } else if (compiled.isPresent() && modified(source) > modified(compiled.get())) {
                    stale.add(project.relativize(source).toString());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw failure(ErrorCode.MODEL_NOT_COMPILED, "The project's classes are not compiled.", missing);
        }
        if (!stale.isEmpty()) {
            throw failure(ErrorCode.MODEL_STALE, "Compiled classes are older than their sources.", stale);
        }
    }

    private List<Path> sources(Path root) {
        return walk(root).stream()
                .filter(file ->
                        file.toString().endsWith(".java") || file.toString().endsWith(".kt"))
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                .filter(file -> leftOut.stream()
                        .noneMatch(
                                directory -> file.toAbsolutePath().normalize().startsWith(directory)))
                .toList();
    }

    private static long classes(Path output) {
        return walk(output).stream()
                .filter(file -> file.toString().endsWith(".class"))
                .count();
    }

    private Optional<Path> compiled(String source) {
        String name = source.substring(0, source.lastIndexOf('.')) + ".class";
        return build.outputs(project).stream()
                .map(output -> output.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** A file need not hold a class of its own name, nor stand in its package's directory. */
    private boolean isMissing(Path source) {
        String file = source.getFileName().toString();
        if (!file.endsWith(".java")) {
            return false;
        }
        String name = file.substring(0, file.length() - ".java".length());
        String text = read(source);
        if (!Pattern.compile("\\b(?:class|interface|enum|record)\\s+" + Pattern.quote(name) + "\\b")
                .matcher(text)
                .find()) {
            return false;
        }
        Matcher declared = PACKAGE.matcher(text);
        String directory = declared.find() ? declared.group(1).replace('.', '/') + "/" : "";
        return compiled(directory + file).isEmpty();
    }

    private static List<Path> walk(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
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
        int shown = Math.min(MOST_FILES, files.size());
        String more = files.size() > shown ? "\nand " + (files.size() - shown) + " more" : "";
        return AludelException.of(code, what)
                .at(String.join("\n", files.subList(0, shown)) + more)
                .state("No file was written and the database is as it was.")
                .remedy("Compile first: `" + build.compile() + "`. Then run this command again.");
    }
}
