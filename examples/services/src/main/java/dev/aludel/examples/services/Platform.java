package dev.aludel.examples.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine at hand: which of the packaged programs it can run, and what it offers to run them with. */
final class Platform {

    private Platform() {}

    /** {@code linux} or {@code darwin}. */
    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return "linux";
        }
        if (name.contains("mac")) {
            return "darwin";
        }
        throw new ServicesException("These services run on Linux and macOS, not on " + System.getProperty("os.name")
                + ". Use compose.yaml with Docker there.");
    }

    static boolean isArm() {
        return List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
    }

    /** Whether this process has user id 0, under which PostgreSQL refuses to run. */
    static boolean isRoot() {
        try {
            return system().equals("linux")
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    static boolean offers(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
