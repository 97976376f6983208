package dev.aludel.conformance.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Java processes that run migrations, and kills them as {@code kill -9} does. */
final class Processes {
    private Processes() {}

    static Process start(List<String> classPath, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                String.join(java.io.File.pathSeparator, classPath),
                Victim.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads until a line begins with the word; what was read until the process ended where it never came. */
    static String await(Process process, String word) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.append(line).append('\n');
            if (line.startsWith(word)) {
                break;
            }
        }
        return read.toString();
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
