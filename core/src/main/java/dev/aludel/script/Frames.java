package dev.aludel.script;

import java.util.Arrays;

/** Finds the line of a migration's file in a stack trace. */
public final class Frames {
    private Frames() {}

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
