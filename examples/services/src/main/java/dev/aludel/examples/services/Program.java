package dev.aludel.examples.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program that is run to its end: its exit code and all it printed. */
record Program(int exitCode, String output) {

    static Program run(Path directory, long limitSeconds, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
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
