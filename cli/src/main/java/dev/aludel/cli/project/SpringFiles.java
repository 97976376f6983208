package dev.aludel.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the settings files of a project in the order of Spring Boot: those of the class path, then those of the working
 * directory; in each place the plain ones, then those of the active profiles; what comes later wins. Quarkus' files have
 * the same names. Source: "Externalized Configuration" in Spring Boot's reference.
 */
final class SpringFiles {
    private static final List<String> SOURCES = List.of("src/main/resources", "src/main/resources/config");
    private static final List<String> CLASSES = List.of("target/classes", "target/classes/config");
    private static final List<String> WORKING_DIRECTORY = List.of("", "config");
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", SettingsFile.PROPERTIES);
    private static final Pattern IMPORT =
            Pattern.compile("(?:optional:)?(file:|classpath:)?([^\\[]+)(?:\\[(\\.\\w+)])?");
    private static final Pattern MAVEN_TOKEN = Pattern.compile("@[A-Za-z][\\w.-]*@");

    /** A file to read, relative to the project unless absolute, with the extension that says how. */
    private record Location(Path path, String format) {}

    private final Path project;
    private final Map<String, String> variables;
    private final Map<Path, List<Map<String, String>>> documents = new HashMap<>();
    private final Set<String> found = new LinkedHashSet<>();

    SpringFiles(Path project, Map<String, String> variables) {
        this.project = project;
        this.variables = variables;
    }

    /** The files that were read, relative to the project, in their order. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** All settings that hold with the profiles that the settings themselves, or variables, activate. */
    Settings read() {
        // what activates profiles must itself depend on none
        Settings unconditional = read(new Profiles(List.of()));
        return read(Profiles.of(unconditional::list));
    }

    private Settings read(Profiles profiles) {
        Settings settings = new Settings(variables);
        boolean hasSources = Files.isDirectory(project.resolve(SOURCES.get(0)));
        for (List<String> places : List.of(hasSources ? SOURCES : CLASSES, WORKING_DIRECTORY)) {
            places.forEach(place -> readPlace(place, "application", profiles, settings));
            for (String profile : profiles.active()) {
                places.forEach(place -> readPlace(place, "application-" + profile, profiles, settings));
            }
        }
        return settings;
    }

    private void readPlace(String place, String name, Profiles profiles, Settings settings) {
        for (String extension : EXTENSIONS) {
            readFile(new Location(Path.of(place, name + extension), extension), profiles, settings, Set.of());
        }
    }

    private void readFile(Location location, Profiles profiles, Settings settings, Set<Path> importers) {
        Path file = project.resolve(location.path()).normalize();
        if (!Files.isRegularFile(file) || importers.contains(file)) {
            return;
        }
        String shown = file.startsWith(project) ? project.relativize(file).toString() : file.toString();
        found.add(shown);
        Set<Path> chain = new LinkedHashSet<>(importers);
        chain.add(file);
        for (Map<String, String> document :
                documents.computeIfAbsent(file, path -> load(path, shown, location.format()))) {
            if (isActive(document, profiles)) {
                settings.put(document, shown);
                imports(document).forEach(text -> readFile(imported(text, location.path()), profiles, settings, chain));
            }
        }
    }

    /** A file with {@code @token@}s is read as Maven has filtered it, where it has. */
    private List<Map<String, String>> load(Path file, String shown, String format) {
        Path filtered = project.resolve(shown.replace("src/main/resources", CLASSES.get(0)));
        SettingsFile original = new SettingsFile(file, shown, format);
        List<Map<String, String>> read = original.read();
        boolean hasTokens = read.stream()
                .flatMap(document -> document.values().stream())
                .anyMatch(value -> MAVEN_TOKEN.matcher(value).find());
        return hasTokens && !filtered.equals(file) && Files.isRegularFile(filtered)
                ? new SettingsFile(filtered, shown, format).read()
                : read;
    }

    private static boolean isActive(Map<String, String> document, Profiles profiles) {
        List<String> conditions = new ArrayList<>();
        document.forEach((key, value) -> {
            if (key.startsWith("spring.config.activate.on-profile") || key.matches("spring\\.profiles(\\[\\d+])?")) {
                conditions.add(value);
            }
        });
        return conditions.isEmpty() || conditions.stream().anyMatch(profiles::match);
    }

    /** Files that a document imports; other sources of settings, such as a server, are not asked. */
    private static List<String> imports(Map<String, String> document) {
        List<String> locations = new ArrayList<>();
        document.forEach((key, value) -> {
            if (key.matches("spring\\.config\\.import(\\[\\d+])?")) {
                locations.addAll(List.of(value.split("[,;]", -1)));
            }
        });
        return locations.stream()
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .toList();
    }

    private static Location imported(String text, Path importer) {
        Matcher parts = IMPORT.matcher(text);
        if (!parts.matches()) {
            return new Location(Path.of(""), "");
        }
        String place = parts.group(1) == null ? "" : parts.group(1);
        String path = place.equals("file:") ? parts.group(2) : parts.group(2).replaceFirst("^/", "");
        String format = parts.group(3) == null ? path.substring(Math.max(0, path.lastIndexOf('.'))) : parts.group(3);
        return switch (place) {
            case "classpath:" -> new Location(Path.of(SOURCES.get(0), path), format);
            case "file:" -> new Location(Path.of(path), format);
            default -> new Location(importer.resolveSibling(path), format);
        };
    }
}
