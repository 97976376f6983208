package dev.aludel.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFilesTest {
    @Test
    void theSameNumberGivesTheSameMigrations() {
        List<MigrationFiles.Change> changes = MigrationFiles.changes(50);
        assertThat(changes).isEqualTo(MigrationFiles.changes(50)).hasSize(50);
        assertThat(changes.get(0).upgrade()).startsWith("CREATE TABLE item_0 ");
        assertThat(changes).extracting(MigrationFiles.Change::name).doesNotHaveDuplicates();
    }

    @Test
    void everyToolGetsAllOfThem(@TempDir Path folder) throws Exception {
        MigrationFiles.write(folder, 20);
        assertThat(files(folder.resolve("aludel/versions"))).isEqualTo(20);
        assertThat(files(folder.resolve("versioned"))).isEqualTo(20);
        assertThat(files(folder.resolve("mybatis"))).isEqualTo(21);
        assertThat(Files.readString(folder.resolve("liquibase/changelog.sql")).split("--changeset", -1))
                .hasSize(21);
    }

    private static long files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
