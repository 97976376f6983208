package dev.aludel.script;

import java.util.Arrays;
import java.util.Optional;

/** Finds the line of a migration's file in a stack trace. */
public final class Frames {
    private Frames() {}

    /** {@code file:line} of the innermost frame that is in this file; empty when the failure did not pass through it. */
    public static Optional<String> findPlace(String file, Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame ->
                        frame.getFileName() != null && file.replace('\\', '/').endsWith("/" + frame.getFileName()))
                .findFirst()
                .map(frame -> file + ":" + frame.getLineNumber());
    }

    /** {@code file:line} of the migration's own frame, or the file alone. */
    public static String place(String file, Class<?> migration, Throwable failure) {
        String name = migration.getName();
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().equals(name)
                        || frame.getClassName().startsWith(name + "$"))
                .findFirst()
                .map(frame -> file + ":" + frame.getLineNumber())
                .orElse(file);
    }
}
