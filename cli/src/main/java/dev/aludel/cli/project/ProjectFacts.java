package dev.aludel.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be seen of a project without building it, for {@code aludel init}.
 *
 * @param build what builds it
 * @param springBoot whether a class is a Spring Boot application
 * @param entityPackages the packages that hold entities, sorted
 * @param basePackage the package under which migrations belong; empty for a project without Java sources
 * @param knowsAludel whether the build file names aludel-core
 */
public record ProjectFacts(
        Build build,
        boolean springBoot,
        List<String> entityPackages,
        Optional<String> basePackage,
        boolean knowsAludel) {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)", Pattern.MULTILINE);
    private static final Pattern APPLICATION = Pattern.compile("^\\s*@SpringBootApplication\\b", Pattern.MULTILINE);
    private static final Pattern ENTITY = Pattern.compile("^\\s*@Entity\\b", Pattern.MULTILINE);
    private static final Path JAVA = Path.of("src/main/java");

    /** Reads build files and sources below this directory. */
    public static ProjectFacts look(Path project) {
        Build build = Build.of(project);
        List<String> sources = build.sources(project).stream()
                .flatMap(root -> texts(root).stream())
                .toList();
        List<String> applications = packages(sources, APPLICATION);
        List<String> entities = packages(sources, ENTITY);
        Optional<String> base = applications.stream().findFirst().or(() -> commonPackage(entities));
        boolean knows = Stream.of("pom.xml", "build.gradle", "build.gradle.kts")
                .map(project::resolve)
                .filter(Files::isRegularFile)
                .anyMatch(file -> read(file).contains("aludel-core"));
        return new ProjectFacts(build, !applications.isEmpty(), entities, base, knows);
    }

    /** Where migrations would stand: beside the application's code, so that they are compiled and shipped with it. */
    public Path migrationDirectory() {
        return basePackage
                .map(name -> JAVA.resolve(name.replace('.', '/')).resolve("migrations/versions"))
                .orElse(Path.of("migrations/versions"));
    }

    private static List<String> packages(List<String> sources, Pattern mark) {
        TreeSet<String> found = new TreeSet<>();
        for (String text : sources) {
            Matcher declared = PACKAGE.matcher(text);
            if (mark.matcher(text).find() && declared.find()) {
                found.add(declared.group(1));
            }
        }
        return List.copyOf(found);
    }

    /** {@code com.example.shop} of {@code com.example.shop.model} and {@code com.example.shop.audit}. */
    private static Optional<String> commonPackage(List<String> packages) {
        if (packages.isEmpty()) {
            return Optional.empty();
        }
        String common = packages.get(0);
        while (!common.isEmpty() && !everyBelow(packages, common)) {
            common = common.contains(".") ? common.substring(0, common.lastIndexOf('.')) : "";
        }
        return Optional.of(common).filter(name -> !name.isEmpty());
    }

    private static boolean everyBelow(List<String> packages, String common) {
        return packages.stream().allMatch(name -> (name + ".").startsWith(common + "."));
    }

    private static List<String> texts(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".kt"))
                    .sorted()
                    .map(ProjectFacts::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
