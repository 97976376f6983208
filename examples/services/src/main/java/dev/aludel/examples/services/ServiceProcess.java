package dev.aludel.examples.services;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A server process that outlives the command which started it, known again by its pid file.
 *
 * <p>A process id alone is no proof: after a crash or a reboot the system may have given it to a stranger. So the file
 * holds the start time too, and only a process with both is ours.
 */
final class ServiceProcess {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ProcessHandle handle;
    private final Path pidFile;

    private ServiceProcess(ProcessHandle handle, Path pidFile) {
        this.handle = handle;
        this.pidFile = pidFile;
    }

    /** The process that the pid file names, if it still runs and really is the one that was started then. */
    static Optional<ServiceProcess> find(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Properties written = read(pidFile);
        try {
            long pid = Long.parseLong(written.getProperty("pid", "0"));
            Instant started = Instant.parse(written.getProperty("started", Instant.EPOCH.toString()));
            return ProcessHandle.of(pid)
                    .filter(handle -> isRunning(handle) && startedAt(handle, started))
                    .map(handle -> new ServiceProcess(handle, pidFile));
        } catch (NumberFormatException | DateTimeParseException e) {
            // half written, as after a full disk: it names nobody, and the next start replaces it
            return Optional.empty();
        }
    }

    /** Starts the program in its own session, with nothing of this process's terminal, and writes the pid file. */
    static ServiceProcess start(List<String> command, Path directory, Path log, Path pidFile) {
        List<String> line = new ArrayList<>();
        if (Platform.offers("setsid")) {
            line.add("setsid");
        }
        line.addAll(command);
        try {
            ProcessHandle handle = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .toHandle();
            write(pidFile, handle);
            return new ServiceProcess(handle, pidFile);
        } catch (IOException e) {
            throw new ServicesException("Could not start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return handle.pid();
    }

    boolean isRunning() {
        return isRunning(handle);
    }

    /** Ends the process and returns when it is gone; after half a minute of patience it is killed. */
    void stop(String signal) {
        List<ProcessHandle> family =
                Stream.concat(handle.descendants(), Stream.of(handle)).toList();
        Program.run(Path.of("/"), 10, List.of("kill", "-" + signal, Long.toString(pid())));
        if (!gone(family, STOP_LIMIT)) {
            family.forEach(ProcessHandle::destroyForcibly);
            if (!gone(family, STOP_LIMIT)) {
                throw new ServicesException("Process " + pid() + " does not end, not even when it is killed.");
            }
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new ServicesException("Could not delete " + pidFile + ": " + e.getMessage(), e);
        }
    }

    private static boolean gone(List<ProcessHandle> family, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (family.stream().anyMatch(ServiceProcess::isRunning)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Services.pause();
        }
        return true;
    }

    /** Whether it runs; a dead process that nobody has collected, as in a container without init, does not. */
    private static boolean isRunning(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return handle.isAlive();
        }
    }

    private static boolean startedAt(ProcessHandle handle, Instant expected) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, expected).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            properties.load(stream);
            return properties;
        } catch (IOException e) {
            throw new ServicesException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, ProcessHandle handle) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(handle.pid()));
        properties.setProperty(
                "started", handle.info().startInstant().orElseGet(Instant::now).toString());
        try (OutputStream stream = Files.newOutputStream(file)) {
            properties.store(stream, null);
        }
    }
}
