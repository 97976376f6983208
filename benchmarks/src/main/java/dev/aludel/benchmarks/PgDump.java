package dev.aludel.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database's own tool, where this machine has one that can read this server. */
final class PgDump {
    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\.");

    private final Bench bench;
    private final boolean usable;

    private PgDump(Bench bench, boolean usable) {
        this.bench = bench;
        this.usable = usable;
    }

    /** Notes why, where it cannot be used. */
    static PgDump of(Bench bench) throws IOException, SQLException {
        String server = bench.postgres().version();
        Optional<String> version = findVersion();
        boolean usable = version.isPresent() && major(version.get()) >= major(server);
        if (!usable) {
            bench.note("pg_dump was not measured: "
                    + version.map(found -> "this one (" + found + ") is too old for")
                            .orElse("this machine has none for")
                    + " PostgreSQL " + server + ". `make bench POSTGRES=15.13.0` takes a server of another version.");
        }
        return new PgDump(bench, usable);
    }

    Optional<List<String>> command(String database) {
        List<String> command = List.of(
                "pg_dump",
                "--schema-only",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(bench.postgres().port()),
                "-U",
                "postgres",
                "-f",
                bench.work().resolve("dump.sql").toString(),
                database);
        return usable ? Optional.of(command) : Optional.empty();
    }

    private static Optional<String> findVersion() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(said.strip());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static int major(String version) {
        Matcher matcher = MAJOR.matcher(version);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
