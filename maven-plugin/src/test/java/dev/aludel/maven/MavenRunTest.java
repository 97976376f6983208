package dev.aludel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project whose schema is managed with {@code mvn} alone: a real Maven, a real PostgreSQL, the project's own Hibernate. */
class MavenRunTest {
    private static final Path PROJECTS = Path.of("target/test-classes/projects");

    @TempDir
    static Path company;

    private static EmbeddedPostgres server;
    private static Path shop;
    private static MavenProcess maven;

    @BeforeAll
    static void start() throws IOException, URISyntaxException {
        server = EmbeddedPostgres.builder().start();
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = company.resolve(PROJECTS.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        shop = company.resolve("shop");
        maven = new MavenProcess(
                LocalRepository.prepare(), Map.of("ALUDEL_URL", server.getJdbcUrl("postgres", "postgres")));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aProjectIsManagedWithMavenAlone() throws IOException, InterruptedException {
        makeTheFirstMigration();
        bringTheDatabaseUpToDate();
        answerPrograms();
        findThatAMigrationIsMissing();
        failOnce();
    }

    private static void makeTheFirstMigration() throws IOException, InterruptedException {
        maven.run(shop, "compile", "aludel:init")
                .exits(0)
                .prints("[INFO] Found   Maven; entities in com.example.shop", "[INFO] Wrote   aludel.properties");
        maven.run(shop, "aludel:revision", "-Daludel.autogenerate", "-Daludel.message=Customers")
                .exits(0)
                .prints(
                        "[INFO] Detected create table customer",
                        "[INFO] Wrote src/main/java/com/example/shop/migrations");
    }

    /** The goal check is bound in the POM. */
    private static void bringTheDatabaseUpToDate() throws IOException, InterruptedException {
        String success = "No new upgrade operations detected: models and database agree.";
        MavenProcess.Result result = maven.run(
                        shop, "aludel:upgrade", "aludel:current", "verify", "-Daludel.target=head")
                .exits(0)
                .prints(
                        "[INFO] Running upgrade base -> ",
                        "[INFO] The database is at ",
                        "(head), Customers",
                        ":0.1.0-SNAPSHOT:check (default) @ shop ---");
        assertThat(result.out().lines()).contains("[INFO] " + success);
        assertThat(result.out()).doesNotContain("Resolving the project's class path");
        assertThat(shop.resolve("target/aludel"))
                .as("no second Maven was asked")
                .doesNotExist();
    }

    private static void answerPrograms() throws IOException, InterruptedException {
        maven.run(shop, "-q", "aludel:plan", "-Daludel.command=downgrade", "-Daludel.target=-1", "-Daludel.format=json")
                .exits(0)
                .prints("{\n  \"command\": \"downgrade\"", "\"sql\": \"DROP TABLE customer\"");
        maven.run(shop, "-q", "aludel:upgrade", "-Daludel.sql", "-Daludel.target=head", "-Daludel.output=target/up.sql")
                .exits(0);
        assertThat(shop.resolve("target/up.sql")).content().startsWith("-- ").contains("CREATE TABLE customer");
    }

    private static void findThatAMigrationIsMissing() throws IOException, InterruptedException {
        Path entity = shop.resolve("src/main/java/com/example/shop/Customer.java");
        Files.writeString(
                entity, Files.readString(entity).replace("String name;", "String name;\n    private String email;"));
        maven.run(company, "compile", "aludel:check")
                .exits(1)
                .prints(
                        "[INFO] Skipped: packaging pom, and no aludel.properties here.",
                        "[INFO] Detected add column customer.email varchar(255)",
                        "aludel-maven-plugin:0.1.0-SNAPSHOT:check",
                        "Exit code 3: differences found.");
        maven.run(shop, "verify", "-Daludel.skip").exits(0).prints("[INFO] Skipped: aludel.skip is set.");
        maven.run(shop, "-q", "verify")
                .exits(1)
                .prints("Detected add column customer.email varchar(255)", "Exit code 3: differences found.");
    }

    private static void failOnce() throws IOException, InterruptedException {
        MavenProcess.Result failed =
                maven.run(shop, "aludel:downgrade", "-Daludel.target=nowhere").exits(1);
        List<String> lines = failed.out().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains("REV-001"))).hasSize(1);
        failed.prints(
                "Can't locate revision identified by 'nowhere'",
                "Exit code 1: failed. In Maven `aludel upgrade head --tag v1` is");
        maven.run(shop, "-X", "aludel:upgrade")
                .exits(1)
                .prints(
                        "Missing required parameter",
                        "Exit code 2: wrong usage or configuration.",
                        "dev.aludel.error.AludelException");
    }
}
