package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideQuickStartTest {
    private BookstoreProject project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = BookstoreProject.create(directory);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    @Test
    void theInitialMigrationCreatesTheTables() {
        project.aludel("revision", "--autogenerate", "-m", "Initial migration").exits(0);
        project.aludel("upgrade", "head").exits(0);
        assertThat(project.catalogue().tables()).containsExactly("author", "book");
    }
}
