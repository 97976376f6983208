package dev.aludel.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command lines of all contenders, each with a class path of its own and no more on it than it needs. */
final class Programs {
    private static final String OWN = "dev.aludel.benchmarks.program.";
    private static final String PEERS = "dev.aludel.benchmarks.peer.";

    private final Path checkout;
    private final Path work;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final List<String> classPath =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator));

    Programs(Path checkout, Path work) throws IOException {
        this.checkout = checkout;
        this.work = work;
        Files.writeString(logging(), ".level=OFF\nhandlers=\n");
    }

    /** A program of this module, with drivers, and with no option for the virtual machine but these. */
    List<String> raw(List<String> options, String program, String... arguments) {
        return command(options, path("postgresql-42", "mariadb-java-client"), OWN + program, arguments);
    }

    /** The same with Aludel's library. */
    List<String> embedded(List<String> options, String program, String... arguments) {
        return command(options, path("aludel-core", "postgresql-42", "mariadb-java-client"), OWN + program, arguments);
    }

    /** A peer's program: quiet, and without a word to its maker. */
    List<String> peer(String peer, String program, String... arguments) {
        Path target = libraryFolder(peer).resolveSibling("classes");
        List<String> options =
                List.of("-Djava.util.logging.config.file=" + logging(), "-Dliquibase.analytics.enabled=false");
        String path = String.join(File.pathSeparator, classes(), target.toString(), libraryFolder(peer) + "/*");
        return command(options, path, PEERS + peer + "." + program, arguments);
    }

    boolean has(String peer) {
        return Files.isDirectory(libraryFolder(peer));
    }

    /** A peer's libraries, in the platform's notation. */
    String libraries(String peer) throws IOException {
        try (Stream<Path> jars = Files.list(libraryFolder(peer))) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** The version of one of a peer's libraries. */
    String versionOf(String peer, String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(libraryFolder(peer))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith(artifact + "-"))
                    .map(name -> name.substring(artifact.length() + 1, name.length() - ".jar".length()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(peer + " has no " + artifact));
        }
    }

    private Path libraryFolder(String peer) {
        return checkout.resolve("benchmarks/peers").resolve(peer).resolve("target/lib");
    }

    /** The command line as people type it. */
    List<String> aludel(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("bin/aludel").toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** The drivers' jars, in the platform's notation. */
    String drivers() {
        return jars("postgresql-42", "mariadb-java-client");
    }

    private Path logging() {
        return work.resolve("logging.properties");
    }

    private String classes() {
        return checkout.resolve("benchmarks/target/aludel-benchmarks.jar").toString();
    }

    private String path(String... jars) {
        return classes() + File.pathSeparator + jars(jars);
    }

    private String jars(String... names) {
        return classPath.stream()
                .filter(entry -> Arrays.stream(names)
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> command(List<String> options, String path, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", path, main));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
