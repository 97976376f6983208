package dev.aludel.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the published modules look like. */
class SourcesTest {
    private static final List<Path> ROOTS = Stream.of("core", "jpa", "cli", "maven-plugin")
            .map(module -> Path.of("..", module, "src/main/java"))
            .toList();
    private static final int MAX_LINES = 400;

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        for (Path source : sources()) {
            Path description = source.resolveSibling("package-info.java");
            assertThat(description).exists();
            assertThat(Files.readString(description)).contains("/**", "@NullMarked");
        }
    }

    @Test
    void noFileIsLong() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(MAX_LINES);
        }
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        String marks = "(?s).*\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b.*";
        for (Path source : sources()) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotMatch(marks);
        }
    }
}
