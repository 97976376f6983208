package dev.aludel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the commands that people type most in a project of its own, so that the virtual machine can archive the classes that
 * they need. The launcher calls it once, when it makes the archive.
 */
public final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("upgrade", "head"),
            List.of("current"),
            List.of("history"),
            List.of("heads"),
            List.of("plan", "upgrade", "head"),
            List.of("upgrade", "head", "--sql"),
            List.of("diff", "--from", "empty", "--to", "database"),
            List.of("diff", "--from", "database", "--to", "migrations"),
            List.of("revision", "-m", "training"),
            List.of("downgrade", "base"));

    private static final String CLASS = ".class";

    /** Only linked classes are archived, and to be asked for its constructors links one; and none of a class loader that is gone. */
    private static final List<Constructor<?>[]> KEPT = new ArrayList<>();

    private Training() {}

    /** Arguments: an empty folder for the project, and one with the jars of JDBC drivers. */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        List<Path> drivers = jars(Path.of(arguments[1]));
        load(drivers);
        connect();
        write(project, drivers);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false);
        Signals signals = Signals.watch();
        Shell shell = new Shell(Map.of(), project, Optional.empty(), List.of(), terminal, signals.interruption());
        for (List<String> command : COMMANDS) {
            new AludelCommandLine(shell).run(command.toArray(String[]::new));
        }
        signals.commandEnded();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * All classes of the drivers, since no server is there that would make them load their own. A project's driver is taken
     * from the archive class by class, as far as it is the same.
     */
    private static void load(List<Path> drivers) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path driver : drivers) {
            urls.add(driver.toUri().toURL());
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        for (Path driver : drivers) {
            try (JarFile jar = new JarFile(driver.toFile())) {
                jar.stream().map(JarEntry::getName).forEach(name -> load(name, loader));
            }
        }
    }

    /** The platform's side of a connection to a server. */
    private static void connect() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here);
                Socket client = new Socket()) {
            client.setTcpNoDelay(true);
            client.setKeepAlive(true);
            client.setSoTimeout(1000);
            client.connect(new InetSocketAddress(here, server.getLocalPort()), 1000);
            try (Socket accepted = server.accept()) {
                accepted.getOutputStream().write(1);
                client.getInputStream().read();
            }
        }
    }

    private static void load(String entry, ClassLoader loader) {
        if (entry.endsWith(CLASS) && !entry.startsWith("META-INF/") && !entry.endsWith("-info.class")) {
            try {
                String name =
                        entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
                KEPT.add(Class.forName(name, false, loader).getDeclaredConstructors());
            } catch (ClassNotFoundException | LinkageError needsWhatIsNotHere) {
                return;
            }
        }
    }

    private static void write(Path project, List<Path> drivers) throws IOException {
        Files.writeString(project.resolve("aludel.properties"), """
                aludel.url=jdbc:sqlite:%s
                aludel.directory=versions
                aludel.classpath=%s
                """.formatted(
                        project.resolve("training.db"),
                        drivers.stream().map(Path::toString).collect(Collectors.joining(","))));
        Files.createDirectories(project.resolve("versions"));
        Files.writeString(project.resolve("versions/a1.sql"), """
                -- revision: a1
                -- created:  2026-01-01T00:00:00Z
                -- message:  in SQL

                -- upgrade
                CREATE TABLE author (id bigint PRIMARY KEY);

                -- downgrade
                DROP TABLE author;
                """);
        Files.writeString(project.resolve("versions/B2InJava.java"), """
                package training;

                import static dev.aludel.migration.Columns.*;
                import dev.aludel.migration.*;

                /** In Java. */
                @Revision(id = "b2", down = "a1", created = "2026-01-02T00:00:00Z")
                public final class B2InJava implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("author", column("name", varchar(100)));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropColumn("author", "name");
                    }
                }
                """);
    }
}
