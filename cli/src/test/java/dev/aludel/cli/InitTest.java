package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.config.Configuration;
import dev.aludel.config.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    @TempDir
    Path project;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private int run(String... arguments) {
        output.reset();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream, stream, false, false);
        return new AludelCommandLine(new Shell(Map.of(), project, List.of(), terminal)).run(arguments);
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Configuration configuration() throws IOException {
        return Configuration.parse(
                Files.readString(project.resolve("aludel.properties")), "aludel.properties", Map.of());
    }

    @Test
    void findsMavenSpringBootAndTheEntities() throws IOException {
        write("pom.xml", "<project/>");
        write(
                "src/main/java/com/example/shop/Shop.java",
                "package com.example.shop;\n@SpringBootApplication\nclass Shop {}");
        write(
                "src/main/java/com/example/shop/model/Item.java",
                "package com.example.shop.model;\n@Entity\nclass Item {}");

        assertThat(run("init")).isZero();

        assertThat(said()).isEqualTo("""
                Found   Maven; Spring Boot; entities in com.example.shop.model
                Wrote   aludel.properties
                Made    src/main/java/com/example/shop/migrations/versions

                Next:
                  - Add dev.aludel:aludel-core to the build: the words that Java migrations are written in.
                  - Write the first migration:   aludel revision --autogenerate -m "Initial schema"
                  - Read it, then apply it:      aludel upgrade head
                  - Where tables exist already, autogenerate on an empty database, then: aludel stamp head
                """);
        assertThat(configuration().get(Options.DIRECTORY))
                .containsExactly("src/main/java/com/example/shop/migrations/versions");
        assertThat(project.resolve("src/main/java/com/example/shop/migrations/versions"))
                .isDirectory();
    }

    @Test
    void everyCommentedSettingIsOneThatTheReaderKnows() throws IOException {
        assertThat(run("init", "db/migrations")).isZero();
        Path file = project.resolve("aludel.properties");
        String all = Files.readString(file).replaceAll("(?m)^#(aludel\\.[a-z.-]+=.+)$", "$1");
        assertThat(all).contains("\naludel.lock-timeout=60s\n");
        Configuration configuration = Configuration.parse(all, "aludel.properties", Map.of());
        Options.all()
                .forEach(option -> assertThat(configuration.find(option))
                        .isEqualTo(
                                option.equals(Options.DIRECTORY)
                                        ? Optional.of(List.of("db/migrations"))
                                        : option.fallbackValue()));
        assertThat(Files.readString(file).lines()).allMatch(line -> line.length() <= 130);
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        write("aludel.properties", "aludel.directory=old\n");
        assertThat(run("init", "fresh")).isZero();
        assertThat(said())
                .contains("Kept    aludel.properties (it was there)", "Made    fresh")
                .contains("Set aludel.directory=fresh in aludel.properties: it names another directory.");
        assertThat(project.resolve("aludel.properties")).hasContent("aludel.directory=old\n");

        assertThat(run("init")).isZero();
        assertThat(said()).contains("Made    old");
        assertThat(run("init")).isZero();
        assertThat(said()).contains("Kept    old");
    }

    @Test
    void aFileWhereTheDirectoryShallBeIsRefused() throws IOException {
        write("versions", "no directory");
        assertThat(run("init", "versions")).isEqualTo(1);
        assertThat(said()).startsWith("SCR-004").contains("see that no file stands where the migration");
        assertThat(project.resolve("aludel.properties")).doesNotExist();
    }

    @Test
    void jsonSaysWhatWasFound() throws IOException {
        write("build.gradle", "");
        assertThat(run("init", "--format", "json")).isZero();
        assertThat(said()).contains("\"build\": \"gradle\"", "\"directory\": \"migrations/versions\"");
    }
}
