package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.schema.ModelSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassLoaderTest {
    @TempDir
    Path directory;

    @Test
    void findsTheModelSourceBesideTheProjectsOwnLibraries() throws Exception {
        try (ProjectClassLoader loader =
                new ProjectClassLoader(List.of(locationOf("dev.aludel.jpa.JpaModelSourceProvider")))) {
            ModelSource.Provider provider = ServiceLoader.load(ModelSource.Provider.class, loader)
                    .findFirst()
                    .orElseThrow();

            assertThat(provider.getClass().getClassLoader()).isSameAs(loader);
            assertThat(provider.getClass().getName()).isEqualTo("dev.aludel.jpa.JpaModelSourceProvider");
        }
    }

    @Test
    void sharesAludelsVocabularyAndNothingElseOfTheCommandLine() throws Exception {
        try (ProjectClassLoader loader = new ProjectClassLoader(List.of(directory))) {
            assertThat(loader.loadClass(ModelSource.class.getName())).isSameAs(ModelSource.class);
            assertThat(loader.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
            for (String hidden : List.of(
                    "picocli.CommandLine",
                    "org.yaml.snakeyaml.Yaml",
                    "com.google.gson.Gson",
                    "org.junit.jupiter.api.Test",
                    "dev.aludel.cli.project.ProjectClassLoader",
                    "dev.aludel.jpa.JpaModelSourceProvider")) {
                assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
            }
        }
    }

    @Test
    void theProjectsOwnVersionOfALibraryWins() throws Exception {
        new ProjectFiles(directory)
                .write("picocli/CommandLine.java", "package picocli; public class CommandLine {}")
                .write("dev/aludel/example/Book.java", "package dev.aludel.example; public class Book {}");
        for (String source : List.of("picocli/CommandLine.java", "dev/aludel/example/Book.java")) {
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, directory.resolve(source).toString());
            assertThat(result).isZero();
        }
        assertThat(Files.exists(directory.resolve("picocli/CommandLine.class"))).isTrue();

        try (ProjectClassLoader loader = new ProjectClassLoader(List.of(directory))) {
            assertThat(loader.loadClass("picocli.CommandLine").getClassLoader()).isSameAs(loader);
            // an application may stand below Aludel's own package, as the examples do
            assertThat(loader.loadClass("dev.aludel.example.Book").getClassLoader())
                    .isSameAs(loader);
        }
    }

    static Path locationOf(String className) throws Exception {
        return Path.of(Class.forName(className)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
