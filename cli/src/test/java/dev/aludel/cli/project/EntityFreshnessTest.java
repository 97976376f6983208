package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityFreshnessTest {
    @TempDir
    Path directory;

    ProjectFiles project;

    @BeforeEach
    void aCompiledEntity() {
        project = new ProjectFiles(directory)
                .write("pom.xml", "<project/>")
                .write("src/main/java/shop/Book.java", "package shop; class Book {}", 1)
                .write("src/main/java/shop/package-info.java", "package shop;", 9)
                .write("target/classes/shop/Book.class", "", 2);
    }

    @Test
    void compiledSourcesAreFine() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aProjectWithoutSourcesIsFine(@TempDir Path other) {
        assertThatCode(() -> new EntityFreshness(other, List.of()).check()).doesNotThrowAnyException();
    }

    @Test
    void aSourceThatIsNewerThanItsClassIsNamed() {
        project.write("src/main/java/shop/Book.java", "package shop; class Book { int pages; }", 3);

        AludelException failure = refused();

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_STALE);
        assertThat(failure.findFact("at")).contains("src/main/java/shop/Book.java");
        assertThat(failure.findFact("do").orElseThrow()).contains("`mvn compile`");
    }

    @Test
    void aNewSourceIsNamed() {
        project.write("src/main/java/shop/Author.java", "package shop; class Author {}", 3);

        AludelException failure = refused();

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_NOT_COMPILED);
        assertThat(failure.findFact("at")).contains("src/main/java/shop/Author.java");
    }

    @Test
    void aFileWithoutAClassOfItsNameCannotBeCompiledToOne() {
        project.write("src/main/java/shop/Old.java", "// class removed\n", 3)
                .write("src/main/java/shop/Pair.java", "package shop; class First {} class Second {}", 3)
                .write("src/main/java/anywhere/Moved.java", "package shop.moved;\nrecord Moved() {}", 3)
                .write("target/classes/shop/moved/Moved.class", "", 4);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void migrationsNeedNotBeCompiled() {
        project.write("src/main/java/shop/versions/M1.java", "package shop.versions; class M1 {}", 3);

        assertThatCode(() -> new EntityFreshness(directory, List.of(directory.resolve("src/main/java/shop/versions")))
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    void nothingCompiledAtAll(@TempDir Path fresh) {
        ProjectFiles files = new ProjectFiles(fresh).write("build.gradle.kts", "");
        for (int i = 0; i < 7; i++) {
            files.write("src/main/kotlin/shop/Book" + i + ".kt", "package shop\nclass Book" + i, i);
        }

        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> new EntityFreshness(fresh, List.of()).check());

        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_NOT_COMPILED);
        assertThat(failure.findFact("at").orElseThrow())
                .startsWith("src/main/kotlin/shop/Book0.kt\n")
                .endsWith("\nand 2 more");
        assertThat(failure.findFact("do").orElseThrow()).contains("`./gradlew classes`");
    }

    private void check() {
        new EntityFreshness(directory, List.of()).check();
    }

    private AludelException refused() {
        return catchThrowableOfType(AludelException.class, this::check);
    }
}
