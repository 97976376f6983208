package dev.aludel.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountingProxyTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void countsStatementsAndRoundTrips() throws Exception {
        try (CountingProxy proxy = CountingProxy.to(server.getPort(), 0);
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/postgres?user=postgres")) {
            CountingProxy.Count connected = proxy.count();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            // the driver sends BEGIN together with the first statement
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("SELECT ?::integer")) {
                statement.setInt(1, 1);
                statement.execute();
                statement.execute();
            }
            connection.commit();
            CountingProxy.Count count = proxy.count();
            assertThat(count.connections()).isEqualTo(1);
            assertThat(count.statements() - connected.statements()).isEqualTo(5);
            assertThat(count.roundTrips() - connected.roundTrips()).isEqualTo(4);
        }
    }

    @Test
    void aDelayIsPaidByEveryRoundTrip() throws Exception {
        try (CountingProxy proxy = CountingProxy.to(server.getPort(), 20);
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/postgres?user=postgres");
                Statement statement = connection.createStatement()) {
            long started = System.nanoTime();
            for (int time = 0; time < 5; time++) {
                statement.execute("SELECT 1");
            }
            assertThat((System.nanoTime() - started) / 1_000_000).isGreaterThanOrEqualTo(100);
        }
    }
}
