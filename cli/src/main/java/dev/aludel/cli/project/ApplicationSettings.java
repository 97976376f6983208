package dev.aludel.cli.project;

import dev.aludel.config.Secret;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of the application itself, so that the database's URL stands in one place. Read as Spring Boot reads them:
 * files of the active profiles win over plain ones, variables over files. Quarkus' keys are understood too.
 */
public final class ApplicationSettings {
    private static final List<String> ROOTS =
            List.of("src/main/resources", "src/main/resources/config", "target/classes", "target/classes/config");
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".properties");
    private static final List<String> URL_KEYS = List.of(
            "spring.datasource.url",
            "spring.datasource.jdbc-url",
            "spring.datasource.hikari.jdbc-url",
            "quarkus.datasource.jdbc.url",
            "spring.r2dbc.url");

    private final Map<String, String> environment;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> looked = new ArrayList<>();

    private ApplicationSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Reads all files of the project; a project without any has no settings. */
    public static ApplicationSettings read(Path project, Map<String, String> environment) {
        ApplicationSettings settings = new ApplicationSettings(environment);
        settings.readFiles(project, "application", List.of());
        List<String> profiles = settings.profiles();
        if (!profiles.isEmpty()) {
            settings.readFiles(project, "application", profiles);
            profiles.forEach(profile -> settings.readFiles(project, "application-" + profile, profiles));
        }
        return settings;
    }

    /** The files that were looked for and are there, for messages. */
    public List<String> files() {
        return looked;
    }

    /** The value of a key with placeholders filled; a variable in capitals wins over the files. */
    public Optional<String> find(String key) {
        return raw(key).map(text -> placeholders(key).fill(text));
    }

    /** All values that can be filled, for whoever builds the model. */
    public Map<String, String> flat() {
        Map<String, String> filled = new TreeMap<>();
        for (String key : values.keySet()) {
            if (key.startsWith("spring.jpa.")
                    || key.startsWith("hibernate.")
                    || key.startsWith("jakarta.persistence.")) {
                find(key).ifPresent(value -> filled.put(key, value));
            }
        }
        return filled;
    }

    /** The database that the application uses; empty when its settings name none. */
    public Optional<DatabaseSettings> findDatabase() {
        return URL_KEYS.stream().filter(key -> raw(key).isPresent()).findFirst().map(this::database);
    }

    private DatabaseSettings database(String urlKey) {
        String url = find(urlKey).orElseThrow();
        String group = urlKey.startsWith("spring.r2dbc")
                ? "spring.r2dbc."
                : urlKey.startsWith("quarkus") ? "quarkus.datasource." : "spring.datasource.";
        Optional<String> user = find(group + "username").or(() -> find(group + "hikari.username"));
        Optional<Secret> password = find(group + "password")
                .or(() -> find(group + "hikari.password"))
                .map(Secret::new);
        String jdbc = url.startsWith("r2dbc:") ? "jdbc:" + url.replaceFirst("^r2dbc:(pool:)?", "") : url;
        return new DatabaseSettings(jdbc, user, password, sources.getOrDefault(urlKey, "environment") + ": " + urlKey);
    }

    private void readFiles(Path project, String name, List<String> profiles) {
        for (String root : ROOTS) {
            boolean compiled = root.startsWith("target");
            if (compiled && Files.isDirectory(project.resolve("src/main/resources"))) {
                continue;
            }
            for (String extension : EXTENSIONS) {
                Path file = project.resolve(root).resolve(name + extension);
                if (Files.isRegularFile(file)) {
                    readFile(file, root + "/" + name + extension, profiles);
                }
            }
        }
    }

    private void readFile(Path file, String shown, List<String> profiles) {
        if (!looked.contains(shown)) {
            looked.add(shown);
        }
        for (Map<String, String> document : new SettingsFile(file, shown).read()) {
            String condition = document.getOrDefault(
                    "spring.config.activate.on-profile", document.getOrDefault("spring.profiles", ""));
            boolean active = condition.isEmpty()
                    || Arrays.stream(condition.split(",", -1))
                            .map(String::strip)
                            .anyMatch(profiles::contains);
            if (active) {
                document.forEach((key, value) -> {
                    values.put(key, value);
                    sources.put(key, shown);
                });
            }
        }
    }

    private List<String> profiles() {
        return find("spring.profiles.active").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(profile -> !profile.isEmpty())
                .toList();
    }

    private Optional<String> raw(String key) {
        String variable = key.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(environment.get(variable.replace("JDBCURL", "JDBC_URL"))))
                .or(() -> Optional.ofNullable(values.get(key)));
    }

    private Placeholders placeholders(String key) {
        return new Placeholders(
                name -> Optional.ofNullable(environment.get(name)).or(() -> raw(name)),
                name -> AludelException.of(
                                ErrorCode.NO_DATABASE,
                                "The setting " + key + " needs '" + name + "', which has no value.")
                        .at(sources.getOrDefault(key, "environment"))
                        .state("Nothing was run.")
                        .remedy("Set the environment variable " + name + ", or give it a default: ${" + name + ":…}."));
    }
}
