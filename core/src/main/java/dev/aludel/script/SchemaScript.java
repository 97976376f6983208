package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SQL that makes a whole schema, in one file or in all {@code .sql} files of a folder by name. */
public record SchemaScript(List<Part> parts) {
    public SchemaScript {
        parts = List.copyOf(parts);
    }

    /** One file: its name for people, and its text. */
    public record Part(String file, String text) {}

    /**
     * Reads it.
     *
     * @param name relative to the base, or absolute
     * @throws AludelException (SCR-003) where there is no such file, or it cannot be read
     */
    public static SchemaScript read(Path base, String name) {
        Path path = base.resolve(name).normalize();
        return new SchemaScript(files(path, name).stream()
                .map(file -> {
                    String shown = file.equals(path) ? name : name + "/" + file.getFileName();
                    return new Part(shown, TextFile.read(file, "file", shown));
                })
                .toList());
    }

    private static List<Path> files(Path path, String name) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw AludelException.of(ErrorCode.UNREADABLE_FILE, "There is no file or folder " + name + ".")
                    .at(path.toString())
                    .state("Nothing was run.")
                    .remedy("Correct the name; it is looked up from the working directory.");
        }
        try (Stream<Path> found = Files.list(path)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.UNREADABLE_FILE,
                            "The folder " + name + " cannot be read: " + TextFile.reason(failure) + ".",
                            failure)
                    .at(path.toString())
                    .remedy("Give this user the right to read it.");
        }
    }
}
