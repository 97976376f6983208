package dev.aludel.cli.project;

import dev.aludel.config.Placeholders;
import dev.aludel.error.ErrorCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings as Spring's environment has them: variables stand before files, later files before earlier ones, and the
 * spelling of a name does not matter ({@code jdbc-url}, {@code jdbcUrl}, {@code SPRING_DATASOURCE_HIKARI_JDBCURL}).
 */
final class Settings {

    /**
     * A value and where it was found.
     *
     * @param key as it is spelled there
     * @param text with its placeholders
     * @param source file or variable
     */
    record Value(String key, String text, String source) {
        String place() {
            return source.equals(key) ? key : source + ": " + key;
        }
    }

    private final Map<String, String> variables;
    private final Map<String, Value> files = new LinkedHashMap<>();

    Settings(Map<String, String> variables) {
        this.variables = variables;
    }

    void put(Map<String, String> document, String source) {
        document.forEach((key, text) -> files.put(uniform(key), new Value(key, text, source)));
    }

    /** The names that files have set, as they spell them. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        files.values().forEach(value -> keys.add(value.key()));
        return keys;
    }

    /** The value with its placeholders; one that is blank counts as not set. */
    Optional<Value> findRaw(String key) {
        String variable = key.toUpperCase(Locale.ROOT).replaceAll("[.\\[\\]]+", "_");
        return Stream.of(variable.replace("-", ""), variable.replace("-", "_"))
                .map(name -> variable(name))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(files.get(uniform(key))))
                .filter(value -> !value.text().isBlank());
    }

    /**
     * The value with its placeholders filled.
     *
     * @throws dev.aludel.error.AludelException with this code when a placeholder has no value
     */
    Optional<String> find(String key, ErrorCode code) {
        return findRaw(key).map(value -> {
            try {
                return new Placeholders(this::lookup).resolve(value.text()).strip();
            } catch (Placeholders.UnresolvedException unresolved) {
                throw unresolved.toError(code, value.key(), value.source());
            }
        });
    }

    /** A list, written with commas or as {@code key[0]}, {@code key[1]}, …; empty when it is not set. */
    List<String> list(String key) {
        Stream<String> texts = findRaw(key).isPresent()
                ? find(key, ErrorCode.INVALID_VALUE).stream()
                : Stream.iterate(0, i -> i + 1)
                        .map(i -> find(key + "[" + i + "]", ErrorCode.INVALID_VALUE))
                        .takeWhile(Optional::isPresent)
                        .flatMap(Optional::stream);
        return texts.flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private Optional<Value> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(text -> new Value(name, text, name));
    }

    private Optional<String> lookup(String name) {
        @Nullable String exact = variables.get(name);
        return Optional.ofNullable(exact)
                .or(() -> findRaw(name).map(Value::text))
                .or(() -> Optional.ofNullable(files.get(uniform(name))).map(Value::text))
                .or(() -> Optional.ofNullable(System.getProperty(name)));
    }

    private static String uniform(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
