package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.config.Secret;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    private static EmbeddedPostgres server;

    @TempDir
    Path nothing;

    ProjectClassLoader loader;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void aProjectWithADriver() throws Exception {
        loader = new ProjectClassLoader(List.of(ProjectClassLoaderTest.locationOf("org.postgresql.Driver")));
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void connectsThroughTheProjectsDriverUnderItsOwnName() throws SQLException {
        try (Connection connection = connect(loader, url(), "postgres");
                ResultSet result = connection.createStatement().executeQuery("show application_name")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("aludel");
            assertThat(connection.getClass().getClassLoader()).isSameAs(loader);
        }
    }

    @Test
    void whatTheUrlSetsIsLeftAlone() throws SQLException {
        try (Connection connection = connect(loader, url() + "?applicationname=mine&ApplicationName=mine", "postgres");
                ResultSet result = connection.createStatement().executeQuery("show application_name")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("mine");
        }
    }

    @Test
    void aRefusedUserAndAnUnreachableServerAreTheDriversOwnFailures() {
        assertThatThrownBy(() -> connect(loader, url(), "nobody"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("28000"));
        assertThatThrownBy(() -> connect(loader, "jdbc:postgresql://127.0.0.1:1/x", "postgres"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("08001"));
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        assertThat(Dialects.forUrl(url()).connectionDefaults()).containsKeys("connectTimeout", "loginTimeout");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x?loginTimeout=1";
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> connect(loader, url, "postgres"))
                            .isInstanceOf(SQLException.class));
        }
    }

    @Test
    void aMissingDriverIsNamedWithItsArtifact() throws IOException {
        try (ProjectClassLoader empty = new ProjectClassLoader(List.of(nothing))) {
            AludelException failure =
                    catchThrowableOfType(AludelException.class, () -> connect(empty, url(), "postgres"));

            assertThat(failure.code()).isEqualTo(ErrorCode.DRIVER_MISSING);
            assertThat(failure.findFact("do").orElseThrow()).contains("org.postgresql:postgresql", "aludel.classpath");
            assertThat(failure.findFact("looked").orElseThrow()).contains("org.postgresql.Driver");
        }
    }

    @Test
    void aUrlThatTheDriverCannotReadIsShownWithoutItsPassword() {
        String url = "jdbc:postgresql://localhost:port/x?password=s3cret";

        AludelException failure = catchThrowableOfType(AludelException.class, () -> connect(loader, url, "me"));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(failure.format()).contains("password=***").doesNotContain("s3cret");
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private static Connection connect(ClassLoader loader, String url, String user) throws SQLException {
        return Drivers.connect(
                loader,
                Dialects.forUrl(url),
                new DatabaseSettings(url, Optional.of(user), Optional.of(new Secret("x")), "--url"));
    }
}
