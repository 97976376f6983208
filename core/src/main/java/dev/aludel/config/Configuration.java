package dev.aludel.config;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of one configuration file, checked as a whole when it is read. Immutable.
 *
 * <p>{@code aludel.NAME.url} belongs to the environment NAME and stands in for {@code aludel.url} in
 * {@link #forEnvironment}. {@code ${NAME}} and {@code ${NAME:default}} come from the environment's variables, when the
 * option is asked for: a password for production need not be known to whoever works on a test database.
 */
public final class Configuration {
    private final String source;
    private final Map<String, String> variables;
    private final Map<String, Setting> plain;
    private final Map<String, Map<String, Setting>> environments;

    Configuration(
            String source,
            Map<String, String> variables,
            Map<String, Setting> plain,
            Map<String, Map<String, Setting>> environments) {
        this.source = source;
        this.variables = Map.copyOf(variables);
        this.plain = Map.copyOf(plain);
        this.environments = Map.copyOf(environments);
    }

    /** Nothing is said: every option has its default. */
    public static Configuration empty() {
        return new Configuration("aludel.properties", Map.of(), Map.of(), Map.of());
    }

    /**
     * Reads the text of a properties file.
     *
     * @param source how people see the file, for messages
     * @param variables the environment's variables
     * @throws AludelException with all unknown properties and illegal values together, each with its line
     */
    public static Configuration parse(String text, String source, Map<String, String> variables) {
        return new ConfigurationReader(source, variables).read(text);
    }

    /**
     * The same with the settings of a named environment in front.
     *
     * @throws AludelException when no setting is for this environment: another database must not take its place
     */
    public Configuration forEnvironment(String name) {
        Map<String, Setting> own = environments.get(name);
        if (own == null) {
            throw AludelException.of(ErrorCode.USAGE, "There is no environment '" + name + "' in " + source + ".")
                    .with("known", environments.isEmpty() ? "none" : String.join(", ", environments()))
                    .remedy("Add aludel." + name + ".url=… to " + source + ", or choose another name.");
        }
        Map<String, Setting> merged = new LinkedHashMap<>(plain);
        merged.putAll(own);
        return new Configuration(source, variables, merged, environments);
    }

    /** The names of the environments that have settings of their own, sorted. */
    public Set<String> environments() {
        return new TreeSet<>(environments.keySet());
    }

    /**
     * What the file says, else the option's default; empty when there is neither.
     *
     * @throws AludelException when a placeholder has no value, or one that is not legal
     */
    public <T> Optional<T> find(Option<T> option) {
        Setting setting = plain.get(option.key());
        return setting == null ? option.fallbackValue() : Optional.of(setting.value(option, variables));
    }

    /**
     * What the file says, else the option's default.
     *
     * @throws NoSuchElementException for an option without default that the file does not set
     */
    public <T> T get(Option<T> option) {
        return find(option).orElseThrow(() -> new NoSuchElementException(option.property() + " has no value"));
    }

    /** Where the file sets this option, for example {@code aludel.properties:3}; empty when it does not. */
    public Optional<String> findPlace(Option<?> option) {
        return Optional.ofNullable(plain.get(option.key())).map(Setting::place);
    }
}
