package dev.aludel.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Writes the files of a project under test. */
record ProjectFiles(Path root) {

    ProjectFiles write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ProjectFiles yaml(String text) {
        return write("src/main/resources/application.yml", text);
    }

    ProjectFiles properties(String text) {
        return write("src/main/resources/application.properties", text);
    }

    /** A file that was changed so many seconds after some moment in the past. */
    ProjectFiles write(String path, String text, int second) {
        write(path, text);
        try {
            FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second));
            Files.setLastModifiedTime(root.resolve(path), time);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
