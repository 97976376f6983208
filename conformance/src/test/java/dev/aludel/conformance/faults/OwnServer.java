package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server that a test may treat badly. */
final class OwnServer implements AutoCloseable {
    private final EmbeddedPostgres running;
    private final Path data;

    private OwnServer(EmbeddedPostgres running, Path data) {
        this.running = running;
        this.data = data;
    }

    static OwnServer start(Path data) throws IOException {
        return new OwnServer(
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "on")
                        .start(),
                data);
    }

    String url(String database) {
        return running.getJdbcUrl("postgres", database);
    }

    /** Ends all sessions at once, and is back. */
    void restart() throws IOException, InterruptedException {
        String pid;
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            pid = lines.findFirst().orElseThrow();
        }
        Path program = ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .map(Path::of)
                .orElseThrow();
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL's programs refuse root, but not one who is root outside only
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                program.resolveSibling("pg_ctl").toString(),
                "restart",
                "-w",
                "-m",
                "immediate",
                "-D",
                data.toString(),
                "-l",
                data.resolve("restart.log").toString()));
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(restart.waitFor()).as("pg_ctl restart").isZero();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
