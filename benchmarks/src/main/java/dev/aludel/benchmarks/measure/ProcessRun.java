package dev.aludel.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a program as a process of its own and watches what it takes. */
public final class ProcessRun {
    private static final Pattern PRINTED = Pattern.compile("(\\w+_ms)=([\\d.]+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int PAUSE_MILLIS = 5;

    private final Path directory;
    private final Path output;
    private final Map<String, String> variables;

    /** Programs stand in this directory; what they print goes to this file, which the next run replaces. */
    public ProcessRun(Path directory, Path output, Map<String, String> variables) {
        this.directory = directory;
        this.output = output;
        this.variables = Map.copyOf(variables);
    }

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException with what it printed, where it fails
     */
    public Reading run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        long started = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        String text = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "exit code " + process.exitValue() + " of " + String.join(" ", command) + "\n" + text);
        }
        return new Reading(seconds, peak, printed(text));
    }

    private static Map<String, Double> printed(String text) {
        Map<String, Double> printed = new HashMap<>();
        Matcher matcher = PRINTED.matcher(text);
        while (matcher.find()) {
            printed.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
        return printed;
    }

    /** Read while the process lives: the kernel keeps the highest value, so that the last look counts. */
    private static double peak(long process) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : 0;
        } catch (IOException goneOrNotLinux) {
            return 0;
        }
    }
}
