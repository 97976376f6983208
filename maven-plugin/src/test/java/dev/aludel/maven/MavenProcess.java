package dev.aludel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls the Maven that runs this build, as a user calls it. */
final class MavenProcess {
    private final Path repository;
    private final Map<String, String> variables;

    MavenProcess(Path repository, Map<String, String> variables) {
        this.repository = repository;
        this.variables = variables;
    }

    /** What one call printed; {@code out} is standard output alone. */
    record Result(String command, int exitCode, String out) {

        Result exits(int code) {
            assertThat(exitCode).as("exit code of `%s`\n%s", command, out).isEqualTo(code);
            return this;
        }

        Result prints(String... texts) {
            assertThat(out).as("output of `%s`", command).contains(texts);
            return this;
        }
    }

    Result run(Path directory, String... arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(
                List.of(maven.toString(), "-B", "-Dstyle.color=never", "-ntp", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("maven", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Result("mvn " + String.join(" ", arguments), exitCode, said);
    }
}
