package dev.aludel.config;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The values of one configuration file, checked as a whole when it is read. */
public final class Configuration {
    private static final String PREFIX = "aludel.";

    private final Map<String, String> values;

    private Configuration(Map<String, String> values) {
        this.values = values;
    }

    /** Nothing is said: every option has its default. */
    public static Configuration empty() {
        return new Configuration(Map.of());
    }

    /**
     * Reads the text of a properties file.
     *
     * @param file how people see it, for messages
     * @param name a named environment whose {@code aludel.NAME.key} come before {@code aludel.key}
     * @throws AludelException with all unknown properties and illegal values together
     */
    public static Configuration parse(String text, String file, Optional<String> name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException malformed) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE, "The configuration cannot be read: " + malformed.getMessage())
                    .at(file)
                    .remedy("A backslash must be written twice; \\u stands before four hexadecimal digits.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ConfigurationReader(text, file, name).read(properties);
    }

    static Configuration of(Map<String, String> values) {
        return new Configuration(Map.copyOf(values));
    }

    /** The value, or the option's default; empty when there is neither. */
    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable(values.get(option.key()))
                .or(option::fallback)
                .map(option.parser());
    }

    /** The value of an option that has a default. */
    public <T> T get(Option<T> option) {
        return find(option).orElseThrow(() -> new IllegalArgumentException(option.key() + " has no default"));
    }

    /** Reads one file and remembers what is wrong with it. */
    private record ConfigurationReader(String text, String file, Optional<String> name) {

        Configuration read(Properties properties) {
            List<AludelException> problems = new ArrayList<>();
            Map<String, String> plain = new TreeMap<>();
            Map<String, String> named = new TreeMap<>();
            for (String key : properties.stringPropertyNames()) {
                String value = properties.getProperty(key).strip();
                Optional<Option<?>> option = findOption(key);
                if (option.isEmpty()) {
                    problems.add(unknown(key));
                } else if (!isLegal(option.get(), value)) {
                    problems.add(illegal(key, option.get(), value));
                } else if (key.equals(PREFIX + option.get().key())) {
                    plain.put(option.get().key(), value);
                } else if (name.filter(each ->
                                key.equals(PREFIX + each + "." + option.get().key()))
                        .isPresent()) {
                    named.put(option.get().key(), value);
                }
            }
            throwAll(problems);
            plain.putAll(named);
            return Configuration.of(plain);
        }

        private static Optional<Option<?>> findOption(String key) {
            return Options.all().stream()
                    .filter(option -> key.equals(PREFIX + option.key()) || isNamed(key, option))
                    .findFirst();
        }

        /** {@code aludel.NAME.key} for a name without dots. */
        private static boolean isNamed(String key, Option<?> option) {
            if (!key.startsWith(PREFIX) || !key.endsWith("." + option.key())) {
                return false;
            }
            int end = key.length() - option.key().length() - 1;
            return end > PREFIX.length() && key.substring(PREFIX.length(), end).indexOf('.') < 0;
        }

        private static boolean isLegal(Option<?> option, String value) {
            try {
                return option.parser().apply(value) != null;
            } catch (IllegalArgumentException wrong) {
                return false;
            }
        }

        private AludelException unknown(String key) {
            String near = Options.all().stream()
                    .map(option -> PREFIX + option.key())
                    .min(Comparator.comparingInt(known -> EditDistance.between(known, key)))
                    .orElseThrow();
            return AludelException.of(ErrorCode.UNKNOWN_PROPERTY, "Unknown property '" + key + "'.")
                    .at(place(key))
                    .remedy("Did you mean '" + near + "'?");
        }

        private AludelException illegal(String key, Option<?> option, String value) {
            String shown = option.parser().apply("1") instanceof Secret ? "***" : value;
            return AludelException.of(ErrorCode.INVALID_VALUE, "'" + shown + "' is not a legal value of '" + key + "'.")
                    .at(place(key))
                    .remedy("Write " + option.form() + ".");
        }

        private String place(String key) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).stripLeading().startsWith(key)) {
                    return file + ":" + (i + 1);
                }
            }
            return file;
        }

        private static void throwAll(List<AludelException> problems) {
            if (problems.isEmpty()) {
                return;
            }
            problems.sort(Comparator.comparing(problem -> problem.findFact("at").orElse("")));
            AludelException first = problems.get(0);
            for (AludelException other : problems.subList(1, problems.size())) {
                first = first.with(
                        "also",
                        other.what() + "\n" + other.findFact("at").orElse("") + "\n"
                                + other.findFact("do").orElse(""));
            }
            throw first;
        }
    }
}
