package dev.aludel.examples.services;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Keycloak in development mode, with the realm files of the project imported; fetched through Maven on first use. */
final class Keycloak implements Service {

    static final String VERSION = "26.7.3";

    private static final String HOST = "127.0.0.1";
    private static final String BUILD_OPTION = "--health-enabled=true";

    /** The exit code by which Keycloak tells its start script that the server can be started now. */
    private static final int CONFIGURED = 10;

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);

    private final Settings settings;
    private final Path realms;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(REQUEST_LIMIT).build();

    Keycloak(Settings settings, Path realms) {
        this.settings = settings;
        this.realms = realms;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<Port> ports() {
        return List.of(
                new Port(HOST, settings.keycloakPort(), "KEYCLOAK_HOST", "KEYCLOAK_PORT"),
                new Port(HOST, settings.keycloakManagementPort(), "KEYCLOAK_HOST", "KEYCLOAK_MANAGEMENT_PORT"));
    }

    @Override
    public String url() {
        return settings.keycloakUrl();
    }

    /** The first start in a project creates the database, which takes a slow machine a minute. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }

    @Override
    public List<String> prepare(Path home, Consumer<String> report) {
        Path programs = programs(report);
        try {
            for (String shared : List.of("lib", "providers", "conf")) {
                link(home.resolve(shared), programs.resolve(shared));
            }
            copyRealms(Files.createDirectories(home.resolve("data").resolve("import")));
        } catch (IOException e) {
            throw new ServicesException("Could not prepare " + home + ": " + e.getMessage(), e);
        }
        // the programs are shared, so the database and the realm files need a home of their own
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/kc.sh").toString(), "-Dkc.home.dir=" + home, "start-dev", "--import-realm"));
        command.addAll(options());
        return command;
    }

    private List<String> options() {
        return List.of(
                BUILD_OPTION,
                "--http-host=" + HOST,
                "--http-port=" + settings.keycloakPort(),
                "--http-management-port=" + settings.keycloakManagementPort());
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private void copyRealms(Path folder) throws IOException {
        if (!Files.isDirectory(realms)) {
            return;
        }
        try (Stream<Path> files = Files.list(realms)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path programs(Consumer<String> report) {
        return Archive.folder("keycloak-" + VERSION, folder -> {
            Path archive = fetch(folder, report);
            report.accept("Unpacking Keycloak " + VERSION + ", once on this machine …");
            try (InputStream gzip = new GzipCompressorInputStream(Files.newInputStream(archive))) {
                Archive.unpack(gzip, folder, 1);
            }
            Files.delete(archive);
            configure(folder, report);
        });
    }

    /** Compiles the configuration, as {@code kc.sh start-dev} would, but without starting the server afterwards. */
    private static void configure(Path folder, Consumer<String> report) {
        report.accept("Preparing Keycloak " + VERSION + ", once on this machine; this takes a minute …");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(
                List.of("-Dkc.home.dir=" + folder, "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(List.of("-cp", folder.resolve("lib/quarkus-run.jar").toString()));
        command.addAll(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start-dev", BUILD_OPTION));
        Program build = Program.run(folder, 600, command);
        if (build.exitCode() != CONFIGURED) {
            throw new ServicesException("Keycloak could not be prepared:\n" + build.output());
        }
    }

    private static Path fetch(Path folder, Consumer<String> report) throws IOException {
        report.accept("Fetching Keycloak " + VERSION + " (176 MB) through Maven, once on this machine …");
        String artifact = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":tar.gz";
        List<String> command = new ArrayList<>(List.of("mvn"));
        command.add("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy");
        command.addAll(List.of("-Dartifact=" + artifact, "-DoutputDirectory=" + folder));
        Program maven = Program.runVisibly(folder, 1_800, command);
        if (maven.exitCode() != 0) {
            throw new ServicesException("Maven could not fetch " + artifact + ":\n" + maven.output());
        }
        return folder.resolve("keycloak-quarkus-dist-" + VERSION + ".tar.gz");
    }

    @Override
    public void check() throws IOException, InterruptedException {
        URI address = URI.create("http://" + HOST + ":" + settings.keycloakManagementPort() + "/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(REQUEST_LIMIT).build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(address + " answered " + status);
        }
    }
}
