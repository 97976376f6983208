package dev.aludel.conformance.messages;

import dev.aludel.dialect.DatabaseLock;
import dev.aludel.dialect.Dialects;
import java.net.ServerSocket;
import java.sql.Connection;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be wrong with the database and the way to it. */
class DatabaseMessagesTest {
    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = Project.create().migration("aaaa11112222", "", "CREATE TABLE author (id bigint PRIMARY KEY);");
    }

    @AfterEach
    void end() throws Exception {
        project.close();
    }

    @Test
    void nobodyAnswers() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Outcome outcome = project.run("upgrade", "head", "--url", "jdbc:postgresql://localhost:" + closed + "/shop");
        Golden.verify(
                "database/unreachable",
                new Outcome(
                        outcome.commandLine().replace(":" + closed, ":<CLOSED>"),
                        outcome.exitCode(),
                        outcome.out(),
                        outcome.err().replace(":" + closed, ":<CLOSED>")),
                project);
    }

    @Test
    void unknownHost() throws Exception {
        project.refuses(
                "database/unknown-host", "current", "--url", "jdbc:postgresql://no-such-host.invalid:5432/shop");
    }

    @Test
    void wrongPassword() throws Exception {
        project.environment.put("ALUDEL_PASSWORD", "not" + PostgresServer.PASSWORD);
        project.refuses("database/wrong-password", "upgrade", "head");
    }

    @Test
    void noPassword() throws Exception {
        project.environment.remove("ALUDEL_PASSWORD");
        project.refuses("database/no-password", "current");
    }

    @Test
    void passwordInTheUrlIsNeverShown() throws Exception {
        String url = "jdbc:postgresql://localhost:" + PostgresServer.port() + "/nowhere?password="
                + PostgresServer.PASSWORD + "&user=clerk";
        project.environment.put("ALUDEL_URL", url);
        project.refuses("database/password-in-url", "current");
    }

    @Test
    void noSuchDatabase() throws Exception {
        project.environment.put("ALUDEL_URL", PostgresServer.url("nowhere"));
        project.refuses("database/no-such-database", "upgrade", "head");
    }

    @Test
    void driverMissing() throws Exception {
        project.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.classpath=lib\naludel.url=" + PostgresServer.url("shop") + "\n");
        project.refuses("database/class-path-missing", "upgrade", "head");
        project.write("lib/readme.txt", "no driver here\n");
        project.refuses("database/driver-missing", "upgrade", "head");
    }

    @Test
    void databaseWithoutADialect() throws Exception {
        project.refuses("database/unsupported", "current", "--url", "jdbc:sqlserver://localhost;password=x");
    }

    @Test
    void urlThatIsNone() throws Exception {
        project.refuses("database/not-a-url", "current", "--url", "postgres://localhost/shop");
    }

    @Test
    void noDatabaseConfigured() throws Exception {
        project.configure();
        project.refuses("database/none-configured", "upgrade", "head");
    }

    @Test
    void noDatabaseConfiguredThoughThereAreSettings() throws Exception {
        project.configure().write("src/main/resources/application.yml", "spring:\n  application:\n    name: shop\n");
        project.refuses("database/none-configured-with-settings", "upgrade", "head");
    }

    @Test
    void placeholderWithoutAValue() throws Exception {
        project.configure().write("src/main/resources/application.yml", """
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST:localhost}:${DB_PORT}/shop
                """);
        project.refuses("database/placeholder", "upgrade", "head");
    }

    @Test
    void placeholderOfThePassword() throws Exception {
        project.configure().write("src/main/resources/application.properties", """
                spring.datasource.url=jdbc:postgresql://localhost:5432/shop
                spring.datasource.password=${DB_PASSWORD}
                """);
        project.refuses("database/placeholder-password", "upgrade", "head");
    }

    @Test
    void settingsThatAreNotYaml() throws Exception {
        project.configure().write("src/main/resources/application.yml", """
                spring:
                  datasource:
                    url: "jdbc:postgresql://localhost:5432/shop
                    password: %s
                """.formatted(PostgresServer.PASSWORD));
        project.refuses("database/malformed-yaml", "upgrade", "head");
    }

    @Test
    void settingsWithATabulator() throws Exception {
        project.configure().write("src/main/resources/application.yml", "spring:\n\tdatasource:\n\t\turl: x\n");
        project.refuses("database/malformed-yaml-tab", "upgrade", "head");
    }

    @Test
    void settingsThatAreNotUtf8() throws Exception {
        project.configure().write("src/main/resources/application.yml", "");
        java.nio.file.Files.write(
                project.directory.resolve("src/main/resources/application.yml"),
                new byte[] {'a', ':', ' ', (byte) 0xe9});
        project.refuses("database/settings-not-utf8", "upgrade", "head");
    }

    @Test
    void alembicWasHere() throws Exception {
        PostgresServer.execute(project.database, "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)");
        project.refuses("database/alembic", "upgrade", "head");
    }

    @Test
    void flywayWasHere() throws Exception {
        PostgresServer.execute(project.database, "CREATE TABLE flyway_schema_history (installed_rank int)");
        project.refuses("database/flyway", "upgrade", "head");
    }

    @Test
    void tableOfThisNameIsAnotherOnes() throws Exception {
        PostgresServer.execute(project.database, "CREATE TABLE aludel_history (id int, note text)");
        project.refuses("database/foreign-history", "upgrade", "head");
        project.refuses("database/foreign-history-current", "current");
    }

    @Test
    void rowOfTheHistorySaysWhatCannotBe() throws Exception {
        project.succeed("upgrade", "head");
        PostgresServer.execute(project.database, "UPDATE aludel_history SET status = 'done'");
        project.refuses("database/damaged-history", "upgrade", "head");
    }

    @Test
    void noRightToCreateTables() throws Exception {
        PostgresServer.execute(project.database, "ALTER SCHEMA public OWNER TO postgres");
        PostgresServer.execute(project.database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        PostgresServer.execute(project.database, "GRANT USAGE ON SCHEMA public TO clerk");
        project.refuses("database/no-privilege", "upgrade", "head");
    }

    @Test
    void anotherRunHoldsTheLock() throws Exception {
        project.configure(
                "aludel.url=" + PostgresServer.url(project.database), "aludel.user=clerk", "aludel.lock-timeout=1s");
        try (Connection other = PostgresServer.connect(project.database)) {
            other.createStatement().execute("SET application_name = 'deploy-7'");
            DatabaseLock lock = Dialects.forUrl(PostgresServer.url("shop")).lock(other, "aludel_history");
            Assertions.assertThat(lock.tryAcquire()).isTrue();
            project.refuses("database/locked", "upgrade", "head");
            lock.release();
        }
        project.succeed("upgrade", "head");
    }
}
