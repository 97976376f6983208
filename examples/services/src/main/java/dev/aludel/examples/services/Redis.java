package dev.aludel.examples.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Redis, the server program that the embedded-redis jar carries. */
final class Redis implements Service {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final Settings settings;

    Redis(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(settings.redisHost(), settings.redisPort(), "REDIS_HOST", "REDIS_PORT"));
    }

    @Override
    public String url() {
        return "redis://" + settings.redisHost() + ":" + settings.redisPort();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(15);
    }

    @Override
    public List<String> prepare(Path home, Consumer<String> report) {
        Path rows = home.resolve("data");
        try {
            Files.createDirectories(rows);
        } catch (IOException e) {
            throw new ServicesException("Could not create " + rows + ": " + e.getMessage(), e);
        }
        return List.of(
                program().toString(),
                "--bind",
                settings.redisHost(),
                "--port",
                Integer.toString(settings.redisPort()),
                "--dir",
                rows.toString(),
                "--save",
                "60",
                "1",
                "--daemonize",
                "no");
    }

    private static Path program() {
        String resource = resource();
        Path folder = Archive.folder(resource, unpacked -> {
            Path program = unpacked.resolve("redis-server");
            try (InputStream stream = Resource.open(resource)) {
                Files.copy(stream, program);
            }
            Archive.makeExecutable(program);
        });
        return folder.resolve("redis-server");
    }

    private static String resource() {
        if (Platform.system().equals("darwin")) {
            return "redis-server-6.2.6-v5-darwin-" + (Platform.isArm() ? "arm64" : "amd64");
        }
        return Platform.isArm() ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }

    @Override
    public void check() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(settings.redisHost(), settings.redisPort()), TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String answer = answers.readLine();
            if (!"+PONG".equals(answer)) {
                throw new IOException("Redis answered PING with " + answer);
            }
        }
    }
}
