package dev.aludel.runtime;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** SQLite's own client, where this machine has one. */
final class SqliteShell {
    private SqliteShell() {}

    /** Runs a script; returns what it says, which is nothing where all went well. */
    static String run(Path database, String script) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", "-batch", "-init", "/dev/null", "-bail", database.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            System.out.println("SKIPPED: there is no sqlite3 on the path to run scripts with");
            return abort("no sqlite3 on the path");
        }
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script);
        } catch (IOException stopped) {
            // It has stopped reading at an error, which its output tells.
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroy();
            fail("sqlite3 did not end");
        }
        return said.replaceFirst("(?m)^exclusive\\R", "")
                .replaceFirst("(?m)^\\d+\\R", "")
                .strip();
    }
}
