package dev.aludel.examples.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Redis, really started; Keycloak, which is fetched from afar, is started by the bookstore's tests. */
class ServicesTest {

    @TempDir
    private Path project;

    private final Settings settings = Settings.onFreePorts();
    private final List<String> reported = new ArrayList<>();

    @AfterEach
    void stopAll() {
        services(settings).stop();
    }

    @Test
    void rowsSurviveAStop() throws SQLException {
        services(settings).start("postgres");
        execute("create table kept (id int)", "insert into kept values (42)");
        services(settings).stop("postgres");
        assertThatThrownBy(() -> execute("select 1")).isInstanceOf(SQLException.class);

        services(settings).start("postgres");
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void keysSurviveAStop() throws IOException {
        services(settings).start("redis");
        assertThat(redis("SET kept 42")).isEqualTo("+OK");
        services(settings).stop("redis");

        services(settings).start("redis");
        assertThat(redis("STRLEN kept")).isEqualTo(":2");
    }

    @Test
    void aSecondStartLeavesTheFirstAlone() throws IOException {
        services(settings).start("redis");
        String first = Files.readString(pidFile("redis"));

        services(settings).start("redis");

        assertThat(Files.readString(pidFile("redis"))).isEqualTo(first);
        assertThat(reported).last().asString().startsWith("redis is already running");
    }

    @Test
    void stoppingWaitsUntilThePortIsFree() {
        services(settings).start("postgres", "redis");
        services(settings).stop();

        assertThat(Settings.isFree("127.0.0.1", settings.databasePort())).isTrue();
        assertThat(Settings.isFree("127.0.0.1", settings.redisPort())).isTrue();
        assertThat(pidFile("postgres")).doesNotExist();
        assertThat(pidFile("redis")).doesNotExist();
    }

    @Test
    void statusTellsWhatRuns() {
        services(settings).start("redis");

        assertThat(services(settings).status())
                .extracting(Services.Status::name, Services.Status::state)
                .containsExactly(
                        tuple("postgres", Services.State.STOPPED),
                        tuple("redis", Services.State.RUNNING),
                        tuple("keycloak", Services.State.STOPPED));
    }

    @Test
    void aBusyPortIsNamedWithItsVariable() throws IOException {
        try (ServerSocket occupied = new ServerSocket(settings.databasePort(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> services(settings).start("postgres"))
                    .isInstanceOf(ServicesException.class)
                    .hasMessage(
                            "Port %d is taken by another program. Stop that program, or set DB_PORT to a free port.",
                            occupied.getLocalPort());
        }
    }

    @Test
    void anotherPasswordThanTheDatasIsExplained() {
        services(settings).start("postgres");
        services(settings).stop("postgres");
        Settings other =
                Settings.of(Map.of("DB_PORT", Integer.toString(settings.databasePort()), "DB_PASSWORD", "tr0ubadour"));

        assertThatThrownBy(() -> services(other).start("postgres"))
                .isInstanceOf(ServicesException.class)
                .hasMessageContaining("DB_PASSWORD")
                .hasMessageContaining(".services/postgres")
                .hasMessageNotContaining("tr0ubadour");
        assertThat(services(other).status("postgres").get(0).state()).isEqualTo(Services.State.STOPPED);
    }

    @Test
    void aServerThatEndsAtOnceShowsItsLog() throws IOException {
        Path dump = project.resolve(".services/redis/data/dump.rdb");
        Files.createDirectories(dump.getParent());
        Files.writeString(dump, "this is no Redis dump");

        assertThatThrownBy(() -> services(settings).start("redis"))
                .isInstanceOf(ServicesException.class)
                .hasMessageStartingWith("redis ended right after its start.")
                .hasMessageContaining(
                        project.resolve(".services/redis/redis.log").toString())
                .hasMessageContaining("Wrong signature");
    }

    @Test
    void aStrangerWithTheRecordedProcessIdIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.createDirectories(pidFile("redis").getParent());
            Files.writeString(
                    pidFile("redis"),
                    "pid=" + stranger.pid() + "\nstarted="
                            + Instant.now().minusSeconds(3600).toString().replace(":", "\\:") + "\n");

            services(settings).stop("redis");

            assertThat(stranger.isAlive()).isTrue();
            assertThat(reported).containsExactly("redis is not running");
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void aDamagedPidFileNamesNobody() throws IOException {
        Files.createDirectories(pidFile("redis").getParent());
        for (String damaged : List.of("", "nonsense", "pid=x", "pid=1\nstarted=y")) {
            Files.writeString(pidFile("redis"), damaged);

            assertThat(services(settings).status("redis"))
                    .extracting(Services.Status::state)
                    .containsExactly(Services.State.STOPPED);
        }
    }

    @Test
    void anUnknownServiceIsNamed() {
        assertThatThrownBy(() -> services(settings).start("mongo"))
                .isInstanceOf(ServicesException.class)
                .hasMessage("There is no service 'mongo': use postgres, redis, keycloak.");
    }

    @Test
    void anotherMachinesServerCannotBeStarted() {
        Settings remote = Settings.of(Map.of("DB_HOST", "192.0.2.1"));

        assertThatThrownBy(() -> services(remote).start("postgres"))
                .isInstanceOf(ServicesException.class)
                .hasMessageContaining("DB_HOST is '192.0.2.1', another machine");
    }

    private Services services(Settings with) {
        return Services.of(project, with, reported::add);
    }

    private Path pidFile(String service) {
        return project.resolve(".services").resolve(service).resolve(service + ".pid");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String redis(String command) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", settings.redisPort())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answers.lines().findFirst().orElseThrow();
        }
    }
}
