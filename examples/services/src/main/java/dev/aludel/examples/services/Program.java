package dev.aludel.examples.services;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program that is run to its end: its exit code and all it printed. */
record Program(int exitCode, String output) {

    /** The system property by which the start script says that standard output is a terminal. */
    private static final String TERMINAL = "services.terminal";

    /** Runs it and keeps what it prints; standard output and error together. */
    static Program run(Path directory, long limitSeconds, List<String> command) {
        return run(directory, limitSeconds, command, false);
    }

    /** Runs it and lets it print to the terminal, if there is one: for work that takes so long that one wants to watch. */
    static Program runVisibly(Path directory, long limitSeconds, List<String> command) {
        return run(directory, limitSeconds, command, Boolean.getBoolean(TERMINAL));
    }

    private static Program run(Path directory, long limitSeconds, List<String> command, boolean visible) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(visible ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ServicesException(command.get(0) + " did not end within " + limitSeconds + " seconds.");
            }
            return new Program(process.exitValue(), output.strip());
        } catch (IOException e) {
            throw new ServicesException("Could not run " + command.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServicesException("Interrupted while " + command.get(0) + " was running.", e);
        }
    }
}
