package dev.aludel.conformance.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import dev.aludel.conformance.project.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of the project changes what autogenerate found, in both directions, for {@code revision} and {@code check}. */
class RewriterTest {
    @TempDir
    Path directory;

    private BookstoreProject project;

    @BeforeEach
    void create() throws IOException {
        project = BookstoreProject.create(directory);
        project.write("settings/OnlyAuthors.java", """
                package com.example.bookstore.settings;

                import dev.aludel.autogenerate.DraftRewriter;
                import dev.aludel.autogenerate.MigrationDraft;
                import java.util.List;

                public final class OnlyAuthors implements DraftRewriter {
                    @Override
                    public MigrationDraft rewrite(MigrationDraft draft) {
                        return draft.map(operation ->
                                operation.describe().contains("book") ? List.of() : List.of(operation));
                    }
                }
                """);
        Files.writeString(
                directory.resolve("aludel.properties"),
                "\naludel.rewriters=com.example.bookstore.settings.OnlyAuthors\n",
                StandardOpenOption.APPEND);
    }

    @AfterEach
    void drop() {
        project.close();
    }

    @Test
    void changesBothDirectionsAndTheCheck() {
        CommandRun run =
                project.aludel("revision", "--autogenerate", "-m", "Authors").exits(0);
        assertThat(BookstoreProject.read(project.written(run)))
                .contains("op.createTable(\n                \"author\"", "op.dropTable(\"author\")")
                .doesNotContain("\"book\"");
        project.aludel("upgrade", "head").exits(0);
        project.aludel("check").exits(0);
    }
}
