package dev.aludel.cli.project;

import dev.aludel.config.Secret;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The settings of the application itself, so that the database's URL stands in one place: Spring Boot's and Quarkus'
 * files with the active profiles, variables in front. Quarkus' profile is {@code QUARKUS_PROFILE}, else {@code dev}: a
 * production database is never chosen unasked.
 */
public final class ApplicationSettings {
    private static final List<String> MODEL_PREFIXES =
            List.of("spring.jpa.", "spring.jpa[", "hibernate.", "jakarta.persistence.");
    private static final Map<String, String> QUARKUS_MODEL = Map.of(
            "quarkus.hibernate-orm.physical-naming-strategy", "hibernate.physical_naming_strategy",
            "quarkus.hibernate-orm.implicit-naming-strategy", "hibernate.implicit_naming_strategy",
            "quarkus.hibernate-orm.database.default-schema", "hibernate.default_schema");

    private final Map<String, String> variables;
    private final Settings settings;
    private final List<String> files;

    private ApplicationSettings(Map<String, String> variables, Settings settings, List<String> files) {
        this.variables = variables;
        this.settings = settings;
        this.files = files;
    }

    /**
     * Reads all files of the project; a project without any has the settings of the variables alone.
     *
     * @throws AludelException (CFG-004) naming file and line of what is malformed
     */
    public static ApplicationSettings read(Path project, Map<String, String> environment) {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        json(environment)
                .forEach((key, value) -> variables.put(
                        key.toUpperCase(Locale.ROOT).replace("-", "").replaceAll("[.\\[\\]]+", "_"), value));
        SpringFiles reader = new SpringFiles(project.toAbsolutePath().normalize(), variables);
        return new ApplicationSettings(variables, reader.read(), reader.found());
    }

    /** The files that were read, for messages. */
    public List<String> files() {
        return files;
    }

    /**
     * The value of a key with placeholders filled; a variable in capitals wins over the files.
     *
     * @throws AludelException (CFG-004) when a placeholder has no value
     */
    public Optional<String> find(String key) {
        return settings.find(key, ErrorCode.INVALID_VALUE);
    }

    /** The values that shape the model, under the names that files or variables give them. */
    public Map<String, String> flat() {
        Map<String, String> flat = new TreeMap<>();
        settings.keys().stream()
                .filter(key -> MODEL_PREFIXES.stream().anyMatch(key::startsWith))
                .forEach(key -> find(key).ifPresent(value -> flat.put(key, value)));
        variables.forEach((name, value) -> {
            if (name.startsWith("SPRING_JPA_")) {
                flat.put(name, value);
            }
        });
        QUARKUS_MODEL.forEach((key, name) ->
                quarkus(key, ErrorCode.INVALID_VALUE).ifPresent(value -> flat.putIfAbsent(name, value.text())));
        return flat;
    }

    /**
     * The database that the application uses; empty when its settings name none.
     *
     * @throws AludelException (CFG-002) when a placeholder in it has no value
     */
    public Optional<DatabaseSettings> findDatabase() {
        return spring().or(this::quarkusDatabase).or(this::reactive);
    }

    private Optional<DatabaseSettings> spring() {
        // what is set for the pool stands before what is set for any data source
        return first("spring.datasource.hikari.jdbc-url", "spring.datasource.url", "spring.datasource.jdbc-url")
                .map(url -> database(
                        url,
                        first("spring.datasource.hikari.username", "spring.datasource.username"),
                        first("spring.datasource.hikari.password", "spring.datasource.password")));
    }

    private Optional<DatabaseSettings> quarkusDatabase() {
        return quarkus("quarkus.datasource.jdbc.url", ErrorCode.NO_DATABASE)
                .map(url -> database(
                        url,
                        quarkus("quarkus.datasource.username", ErrorCode.NO_DATABASE),
                        quarkus("quarkus.datasource.password", ErrorCode.NO_DATABASE)));
    }

    private Optional<DatabaseSettings> reactive() {
        Optional<Settings.Value> url = first("spring.r2dbc.url");
        return url.flatMap(found -> R2dbcUrl.parse(found.text())).map(parsed -> {
            Settings.Value found = url.orElseThrow();
            DatabaseSettings plain = database(found, first("spring.r2dbc.username"), first("spring.r2dbc.password"));
            return new DatabaseSettings(
                    parsed.jdbc(),
                    plain.user().or(parsed::user),
                    plain.password().or(() -> parsed.password().map(Secret::new)),
                    plain.source());
        });
    }

    private static DatabaseSettings database(
            Settings.Value url, Optional<Settings.Value> user, Optional<Settings.Value> password) {
        return new DatabaseSettings(
                url.text(),
                user.map(Settings.Value::text),
                password.map(value -> new Secret(value.text())),
                url.place());
    }

    private Optional<Settings.Value> first(String... keys) {
        return Stream.of(keys)
                .flatMap(key -> filled(key, ErrorCode.NO_DATABASE).stream())
                .findFirst();
    }

    private Optional<Settings.Value> filled(String key, ErrorCode code) {
        return settings.findRaw(key)
                .map(raw ->
                        new Settings.Value(raw.key(), settings.find(key, code).orElse(""), raw.source()));
    }

    /** The value of the active profile, else the plain one; a variable wins over both. */
    private Optional<Settings.Value> quarkus(String key, ErrorCode code) {
        String profile = settings.find("quarkus.profile", code).orElse("dev");
        boolean isVariable = settings.findRaw(key)
                .filter(value -> value.source().equals(value.key()))
                .isPresent();
        return isVariable
                ? filled(key, code)
                : filled("%" + profile + "." + key, code).or(() -> filled(key, code));
    }

    /** {@code SPRING_APPLICATION_JSON} wins over all other variables. */
    private static Map<String, String> json(Map<String, String> environment) {
        try {
            return SettingsFile.parseYaml(environment.getOrDefault("SPRING_APPLICATION_JSON", "")).stream()
                    .findFirst()
                    .orElse(Map.of());
        } catch (YAMLException malformed) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE, "The variable SPRING_APPLICATION_JSON is not JSON.", malformed)
                    .remedy("Correct or unset it.");
        }
    }
}
