package dev.aludel.conformance.project;

import dev.aludel.cli.project.ProjectClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The example bookstore as it is before its first migration, copied and compiled once for the virtual machine. Its class
 * path is asked of Maven by the command line's own code and kept in the build directory, so that Maven runs once a build.
 */
final class BookstoreTemplate {
    static final String MIGRATIONS = "src/main/java/com/example/bookstore/storage/migrations/versions";

    private static final class Prepared {
        static final BookstoreTemplate TEMPLATE = new BookstoreTemplate();
    }

    private final Path directory = Path.of("target/bookstore").toAbsolutePath();
    private final List<Path> libraries;

    private BookstoreTemplate() {
        Path example = Path.of("../examples/bookstore").toAbsolutePath().normalize();
        delete(directory.resolve("src"));
        delete(directory.resolve("target/classes"));
        Sources.copy(example.resolve("src/main"), directory.resolve("src/main"));
        delete(directory.resolve(MIGRATIONS));
        copy(example, "pom.xml");
        copy(example, "aludel.properties");
        libraries = new ProjectClassPath(directory, note -> {})
                .resolve().stream()
                        .filter(entry -> !entry.startsWith(directory))
                        .toList();
        Path classes = directory.resolve("target/classes");
        Sources.compile(Sources.javaFiles(directory.resolve("src/main/java")), libraries, classes);
        Sources.copy(directory.resolve("src/main/resources"), classes);
    }

    static BookstoreTemplate prepared() {
        return Prepared.TEMPLATE;
    }

    List<Path> libraries() {
        return libraries;
    }

    /** Sources first, classes later: compiled classes must not be older than their sources. */
    void copyTo(Path project) {
        try {
            Sources.copy(directory.resolve("src"), project.resolve("src"));
            Files.createDirectories(project.resolve(MIGRATIONS));
            Sources.copy(directory.resolve("target/aludel"), project.resolve("target/aludel"));
            Sources.copy(directory.resolve("target/classes"), project.resolve("target/classes"));
            for (String file : List.of("pom.xml", "aludel.properties")) {
                Files.copy(directory.resolve(file), project.resolve(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copy(Path example, String file) {
        try {
            Files.createDirectories(directory);
            Files.copy(example.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
