package dev.aludel.runtime;

import java.util.Optional;

/** Who writes into the history: this version of Aludel, and the user it runs as. */
public final class ToolVersion {
    private ToolVersion() {}

    /** As in the manifest of the jar; {@code development} when run from class files. */
    public static String current() {
        return Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static String user() {
        String user = System.getProperty("user.name", "unknown");
        return user.length() > 255 ? user.substring(0, 255) : user;
    }
}
