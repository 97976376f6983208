package dev.aludel.cli.project;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in people's words why a file could not be read. */
public final class Unreadable {
    private Unreadable() {}

    /** The end of a sentence, without its full stop. */
    public static String why(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        return Files.isDirectory(file) ? "it is a directory" : String.valueOf(failure.getMessage());
    }
}
