package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real Maven; the artifacts are those of this build itself. */
class ProjectClassPathTest {
    private static final String DRIVER =
            "<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId>"
                    + "<version>42.7.14</version></dependency>";
    private static final String ASSERTIONS =
            "<dependency><groupId>org.assertj</groupId><artifactId>assertj-core</artifactId>"
                    + "<version>3.27.7</version><scope>test</scope></dependency>";

    @TempDir
    Path directory;

    final List<String> notes = new ArrayList<>();

    @Test
    void mavenIsAskedOnceUntilThePomChanges() throws Exception {
        ProjectFiles project = new ProjectFiles(directory).write("pom.xml", pom("shop", "", DRIVER + ASSERTIONS));

        List<Path> path = resolve(directory);

        assertThat(path.get(0)).isEqualTo(directory.resolve("target/classes"));
        assertThat(path.stream().map(entry -> entry.getFileName().toString()))
                .contains("postgresql-42.7.14.jar")
                .noneMatch(name -> name.startsWith("assertj"));
        assertThat(notes).hasSize(1).first().asString().startsWith("Resolving the project's class path with Maven");

        assertThat(resolve(directory)).isEqualTo(path);
        assertThat(notes).hasSize(1);

        project.write("pom.xml", pom("shop", "", ""));
        assertThat(resolve(directory)).containsExactly(directory.resolve("target/classes"));
        assertThat(notes).hasSize(2);
    }

    @Test
    void aModuleFindsItsSiblingsAndAnswersAgainWhenTheyChange() {
        String parent =
                "<parent><groupId>com.example</groupId><artifactId>all</artifactId><version>1</version></parent>";
        ProjectFiles project = new ProjectFiles(directory)
                .write(
                        "pom.xml",
                        pom(
                                "all",
                                "<packaging>pom</packaging><modules><module>model</module><module>shop</module></modules>"
                                        + PLUGINS,
                                ""))
                .write("model/pom.xml", pom("model", parent, DRIVER))
                .write("model/src/main/java/Book.java", "public class Book {}")
                .write(
                        "shop/pom.xml",
                        pom(
                                "shop",
                                parent,
                                "<dependency><groupId>com.example</groupId><artifactId>model</artifactId>"
                                        + "<version>1</version></dependency>"));

        assertThat(resolve(directory.resolve("shop")))
                .contains(directory.resolve("model/target/classes"))
                .anyMatch(entry -> entry.endsWith("postgresql-42.7.14.jar"));

        project.write("model/pom.xml", pom("model", parent, ""));
        assertThat(resolve(directory.resolve("shop")))
                .contains(directory.resolve("model/target/classes"))
                .noneMatch(entry -> entry.endsWith("postgresql-42.7.14.jar"));
    }

    @Test
    void mavensLastWordsAreShown() {
        new ProjectFiles(directory).write("pom.xml", "<project>\n<oops></project>");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> resolve(directory));

        assertThat(failure.code()).isEqualTo(ErrorCode.CLASS_PATH);
        assertThat(failure.findFact("maven").orElseThrow()).contains("Non-parseable POM");
        assertThat(directory.resolve("target/aludel")).isEmptyDirectory();
    }

    @Test
    void aConfiguredClassPathAsksNobody() throws Exception {
        Files.createDirectories(directory.resolve("lib"));
        for (String jar : List.of("lib/b.jar", "lib/a.jar", "lib/readme.txt", "x.jar", "y.jar")) {
            Files.createFile(directory.resolve(jar));
        }
        new ProjectFiles(directory).write("pom.xml", "no POM at all");

        List<Path> path = new ProjectClassPath(directory, notes::add)
                .resolve(List.of("lib/*", "x.jar" + File.pathSeparator + directory.resolve("y.jar")));

        assertThat(path)
                .containsExactly(
                        directory.resolve("target/classes"),
                        directory.resolve("lib/a.jar"),
                        directory.resolve("lib/b.jar"),
                        directory.resolve("x.jar"),
                        directory.resolve("y.jar"));
        assertThat(notes).isEmpty();
    }

    @Test
    void aConfiguredEntryMustExist() {
        AludelException failure = catchThrowableOfType(
                AludelException.class, () -> new ProjectClassPath(directory, notes::add).resolve(List.of("no.jar")));

        assertThat(failure.code()).isEqualTo(ErrorCode.CLASS_PATH);
        assertThat(failure.what()).isEqualTo("The class path names 'no.jar', which does not exist.");
    }

    @Test
    void gradleIsNamedAsWhatIsNotAsked() {
        new ProjectFiles(directory).write("build.gradle", "");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> resolve(directory));

        assertThat(failure.code()).isEqualTo(ErrorCode.CLASS_PATH);
        assertThat(failure.findFact("do").orElseThrow()).contains("aludel.classpath");
    }

    private static final String PLUGINS =
            "<properties><maven.compiler.release>17</maven.compiler.release></properties><build><pluginManagement><plugins>"
                    + "<plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version></plugin>"
                    + "<plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>"
                    + "</plugins></pluginManagement></build>";

    private List<Path> resolve(Path project) {
        return new ProjectClassPath(project, notes::add).resolve(List.of());
    }

    private static String pom(String artifact, String head, String dependencies) {
        return "<project xmlns='http://maven.apache.org/POM/4.0.0'><modelVersion>4.0.0</modelVersion>"
                + (head.startsWith("<parent>") ? head : "<groupId>com.example</groupId><version>1</version>" + head)
                + "<artifactId>" + artifact + "</artifactId><dependencies>" + dependencies
                + "</dependencies></project>";
    }
}
