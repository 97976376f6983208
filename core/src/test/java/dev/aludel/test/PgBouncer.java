package dev.aludel.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PgBouncer before the test server, with few sessions for many connections. It is no Maven artifact: the machine must have
 * Debian's package {@code pgbouncer}. Where it has not, its tests say so and are reported as skipped.
 */
public final class PgBouncer implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/pgbouncer"), Path.of("/usr/bin/pgbouncer"), Path.of("/usr/local/bin/pgbouncer"));

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that gives each transaction a session of its own choice, or each connection. */
    public static PgBouncer start(Path directory, String mode, int sessions) throws IOException {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseGet(PgBouncer::missing);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI server = URI.create(TestDatabase.url("x").substring("jdbc:".length()));
        Path configuration = Files.writeString(
                directory.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = %d
                max_client_conn = 200
                server_round_robin = 1
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getPort(), port, mode, sessions));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(process);
        return new PgBouncer(process, port);
    }

    private static Path missing() {
        String what = "PgBouncer is not installed: its tests did NOT run. On Debian: apt-get install pgbouncer";
        System.err.println(what);
        return Assumptions.abort(what);
    }

    private static void awaitReady(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("process up")) {
                Thread reader = new Thread(() -> lines.lines().forEach(ignored -> {}));
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new IOException("PgBouncer did not start:\n" + said);
    }

    /** The URL of a database of the test server, by way of this. */
    public String url(TestDatabase database) {
        String direct = database.url();
        int host = direct.indexOf("//") + 2;
        return direct.substring(0, host) + "127.0.0.1:" + port + direct.substring(direct.indexOf('/', host));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
