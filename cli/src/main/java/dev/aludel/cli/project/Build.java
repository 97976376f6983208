package dev.aludel.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What builds a project, and so where its classes are and how it is compiled. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of(…)
public enum Build {
    MAVEN("mvn compile", List.of("pom.xml"), List.of("target/classes")),
    GRADLE(
            "./gradlew classes",
            List.of("build.gradle", "build.gradle.kts"),
            List.of("build/classes/java/main", "build/classes/kotlin/main", "build/resources/main")),
    /** No build file: classes, if there are any, are where Maven would put them. */
    NONE("mvn compile", List.of(), List.of("target/classes"));

    private static final List<String> SOURCES = List.of("src/main/java", "src/main/kotlin");

    private final String compile;
    private final List<String> files;
    private final List<String> outputs;

    Build(String compile, List<String> files, List<String> outputs) {
        this.compile = compile;
        this.files = files;
        this.outputs = outputs;
    }

    /** The build of the project in this directory; Maven where there are both. */
    public static Build of(Path project) {
        return Stream.of(MAVEN, GRADLE)
                .filter(build -> build.files.stream().anyMatch(file -> Files.isRegularFile(project.resolve(file))))
                .findFirst()
                .orElse(NONE);
    }

    /** The command that compiles the project. */
    public String compile() {
        return compile;
    }

    /** Where compiled classes and copied resources are, whether they exist or not. */
    public List<Path> outputs(Path project) {
        return outputs.stream().map(project::resolve).toList();
    }

    /** The source directories that exist. */
    public List<Path> sources(Path project) {
        return SOURCES.stream().map(project::resolve).filter(Files::isDirectory).toList();
    }
}
