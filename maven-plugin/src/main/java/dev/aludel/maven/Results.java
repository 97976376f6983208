package dev.aludel.maven;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Where the results of a command go that shall not be lines of Maven's log. */
final class Results {
    private Results() {}

    static Optional<PrintStream> toFile(Path file) throws MojoExecutionException {
        try {
            return Optional.of(new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new MojoExecutionException(
                    "The file of aludel.output cannot be written: " + file + ". Nothing was run."
                            + " Name a file in a directory that exists and may be written to.",
                    failure);
        }
    }

    static Optional<PrintStream> toStandardOutput() {
        FilterOutputStream shared = new FilterOutputStream(System.out) {
            @Override
            public void close() throws IOException {
                // Maven's own words follow
                flush();
            }
        };
        return Optional.of(new PrintStream(shared, true, StandardCharsets.UTF_8));
    }
}
