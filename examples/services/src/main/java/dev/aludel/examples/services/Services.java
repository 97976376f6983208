package dev.aludel.examples.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Starts and stops a project's development services, for the command line and for tests alike.
 *
 * <p>All state is under {@code .services/<name>} of the project: the data (rows survive a stop), {@code <name>.log} of
 * the latest start, and the pid file. Names are {@code postgres}, {@code redis} and {@code keycloak}; none means all.
 * Every failure is a {@link ServicesException}.
 */
public final class Services {

    private static final int LOG_LINES_SHOWN = 15;
    private static final int PAUSE_MILLIS = 50;

    private final Path directory;
    private final List<Service> services;
    private final Consumer<String> report;

    private Services(Path directory, List<Service> services, Consumer<String> report) {
        this.directory = directory;
        this.services = services;
        this.report = report;
    }

    /**
     * The services of the project in that directory, with the realm files of its folder {@code keycloak}.
     *
     * @param report told in a line each about what goes on
     */
    public static Services of(Path directory, Settings settings, Consumer<String> report) {
        return of(directory, directory.resolve("keycloak"), settings, report);
    }

    /**
     * Services whose state is in one directory and whose realm files are in another, as tests need it.
     *
     * @param realms the folder of the JSON files that Keycloak imports into an empty database; it may be missing
     */
    public static Services of(Path directory, Path realms, Settings settings, Consumer<String> report) {
        return new Services(
                directory.toAbsolutePath().normalize(),
                List.of(new Postgres(settings), new Redis(settings), new Keycloak(settings, realms)),
                report);
    }

    /** Starts those services and returns when each of them is healthy; one that runs already is left as it is. */
    public void start(String... names) {
        List<Service> chosen = chosen(Arrays.asList(names));
        chosen.forEach(service -> service.ports().forEach(Services::requireThisMachine));
        for (Service service : chosen) {
            locked(() -> start(service));
        }
    }

    /** Stops those services, the last one first, and returns when their processes are gone. */
    public void stop(String... names) {
        List<Service> chosen = chosen(Arrays.asList(names));
        for (int i = chosen.size() - 1; i >= 0; i--) {
            Service service = chosen.get(i);
            locked(() -> stop(service));
        }
    }

    /** What is up and what is not, in the order of starting. */
    public List<Status> status(String... names) {
        return chosen(Arrays.asList(names)).stream().map(this::status).toList();
    }

    /** How one service is. */
    public record Status(String name, State state, String url) {}

    /** Whether a service can be used. */
    public enum State {
        RUNNING,
        NOT_ANSWERING,
        STOPPED
    }

    private void start(Service service) {
        Optional<ServiceProcess> running = ServiceProcess.find(pidFile(service));
        if (running.isPresent()) {
            report.accept(service.name() + " is already running (" + service.url() + ")");
            awaitHealth(service, running.get());
            return;
        }
        service.ports().forEach(Services::requireFree);
        create(home(service));
        List<String> command = service.prepare(home(service), report);
        report.accept("Starting " + service.name() + " …");
        ServiceProcess process = ServiceProcess.start(command, home(service), log(service), pidFile(service));
        try {
            awaitHealth(service, process);
        } catch (ServicesException e) {
            process.stop(service.stopSignal());
            throw e;
        }
        report.accept(service.name() + " is running (" + service.url() + ")");
    }

    private void stop(Service service) {
        Optional<ServiceProcess> running = ServiceProcess.find(pidFile(service));
        if (running.isEmpty()) {
            report.accept(service.name() + " is not running");
            return;
        }
        running.get().stop(service.stopSignal());
        report.accept(service.name() + " is stopped");
    }

    private Status status(Service service) {
        if (ServiceProcess.find(pidFile(service)).isEmpty()) {
            return new Status(service.name(), State.STOPPED, service.url());
        }
        State state = failure(service).isEmpty() ? State.RUNNING : State.NOT_ANSWERING;
        return new Status(service.name(), state, service.url());
    }

    private void awaitHealth(Service service, ServiceProcess process) {
        Instant end = Instant.now().plus(service.patience());
        Optional<Exception> failure = failure(service);
        while (failure.isPresent()) {
            if (failure.get() instanceof ServicesException hopeless) {
                throw hopeless;
            }
            if (!process.isRunning()) {
                throw new ServicesException(service.name() + " ended right after its start." + lastLines(service));
            }
            if (Instant.now().isAfter(end)) {
                throw new ServicesException(service.name() + " did not become healthy within "
                        + service.patience().toSeconds() + " seconds: "
                        + failure.get().getMessage() + lastLines(service));
            }
            pause();
            failure = failure(service);
        }
        service.afterStart();
    }

    @SuppressWarnings("PatternMatchingInstanceof")
    private static Optional<Exception> failure(Service service) {
        try {
            service.check();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new ServicesException("Interrupted while waiting for " + service.name() + ".", e));
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    private String lastLines(Service service) {
        try {
            List<String> lines = new String(Files.readAllBytes(log(service)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return "\n  The last lines of " + log(service) + ":\n"
                    + lines.stream()
                            .skip(Math.max(0, lines.size() - LOG_LINES_SHOWN))
                            .map(line -> "    " + line)
                            .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "\n  Its log " + log(service) + " cannot be read.";
        }
    }

    private List<Service> chosen(Collection<String> names) {
        List<String> known = services.stream().map(Service::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ServicesException(
                        "There is no service '" + name + "': use " + String.join(", ", known) + ".");
            }
        }
        return services.stream()
                .filter(service -> names.isEmpty() || names.contains(service.name()))
                .toList();
    }

    private static void requireThisMachine(Service.Port port) {
        try {
            InetAddress address = InetAddress.getByName(port.host());
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null) {
                return;
            }
        } catch (IOException e) {
            throw new ServicesException(
                    port.hostVariable() + " is '" + port.host() + "', a host that is not known: " + e.getMessage(), e);
        }
        throw new ServicesException(port.hostVariable() + " is '" + port.host()
                + "', another machine: only a server on this one can be started. Unset " + port.hostVariable() + ".");
    }

    private static void requireFree(Service.Port port) {
        if (!Settings.isFree(port.host(), port.number())) {
            throw new ServicesException(
                    "Port " + port.number() + " is taken by another program. Stop that program, or set "
                            + port.variable() + " to a free port.");
        }
    }

    /** Two commands at the same time would start two servers on one data directory. */
    private void locked(Runnable action) {
        Path file = directory.resolve(".services").resolve("lock");
        try {
            Files.createDirectories(directory.resolve(".services"));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                action.run();
            }
        } catch (IOException e) {
            throw new ServicesException("Could not use " + file + ": " + e.getMessage(), e);
        }
    }

    private Path home(Service service) {
        return directory.resolve(".services").resolve(service.name());
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ServicesException("Could not create " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path log(Service service) {
        return home(service).resolve(service.name() + ".log");
    }

    private Path pidFile(Service service) {
        return home(service).resolve(service.name() + ".pid");
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServicesException("Interrupted while waiting.", e);
        }
    }
}
