package dev.aludel.config;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.error.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one configuration file and collects all of its problems before it gives up. */
final class ConfigurationReader {
    private static final Pattern OF_ENVIRONMENT = Pattern.compile("aludel\\.([^.]+)\\.(.+)");

    private final String source;
    private final Map<String, String> variables;
    private final Map<String, Setting> plain = new HashMap<>();
    private final Map<String, Map<String, Setting>> environments = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<AludelException> problems = new ArrayList<>();

    ConfigurationReader(String source, Map<String, String> variables) {
        this.source = source;
        this.variables = variables;
    }

    Configuration read(String text) {
        try {
            PropertiesText.parse(text).forEach(this::read);
        } catch (PropertiesText.MalformedException malformed) {
            problems.add(AludelException.of(
                            ErrorCode.INVALID_VALUE, source + " cannot be read: " + malformed.getMessage() + ".")
                    .at(source + ":" + malformed.line())
                    .remedy("Write a backslash as \\\\."));
        }
        throwIfAny();
        return new Configuration(source, variables, plain, environments);
    }

    private void read(PropertiesText.Entry entry) {
        Optional<Option<?>> option = findOption(entry.key());
        if (option.isPresent()) {
            put(option.get(), plain, entry);
            return;
        }
        Matcher named = OF_ENVIRONMENT.matcher(entry.key());
        Optional<Option<?>> ofEnvironment =
                named.matches() ? findOption(Option.PREFIX + named.group(2)) : Optional.empty();
        if (ofEnvironment.isPresent()) {
            put(ofEnvironment.get(), environments.computeIfAbsent(named.group(1), name -> new HashMap<>()), entry);
        } else {
            problems.add(unknown(entry));
        }
    }

    private static Optional<Option<?>> findOption(String property) {
        return Options.all().stream()
                .filter(option -> option.property().equals(property))
                .findFirst();
    }

    private void put(Option<?> option, Map<String, Setting> settings, PropertiesText.Entry entry) {
        Setting setting = new Setting(entry.key(), entry.value().strip(), source + ":" + entry.line());
        Integer before = lines.put(entry.key(), entry.line());
        if (before != null) {
            problems.add(twice(setting, before));
        } else if (!setting.text().isEmpty()) {
            // a key without a value is an option left blank
            check(setting, option);
            settings.put(option.key(), setting);
        }
    }

    private void check(Setting setting, Option<?> option) {
        if (setting.hasPlaceholders()) {
            return;
        }
        try {
            setting.value(option, variables);
        } catch (AludelException problem) {
            problems.add(problem);
        }
    }

    private static AludelException twice(Setting setting, int before) {
        return AludelException.of(
                        ErrorCode.INVALID_VALUE,
                        "'" + setting.property() + "' is set twice, first in line " + before + ".")
                .at(setting.place())
                .remedy("Remove one of the two lines.");
    }

    private AludelException unknown(PropertiesText.Entry entry) {
        String all =
                String.join(", ", Options.all().stream().map(Option::property).toList());
        Optional<String> near = nearest(entry.key());
        AludelException problem =
                AludelException.of(ErrorCode.UNKNOWN_PROPERTY, what(entry)).at(source + ":" + entry.line());
        return problem.remedy(
                near.map(name -> "Did you mean '" + name + (entry.value().isEmpty() ? "=…'?" : "'?"))
                        .orElse("Remove the line. There are: " + all + "."));
    }

    /** A line without a value is not quoted: what stands in it may be a password behind a forgotten equals sign. */
    private static String what(PropertiesText.Entry entry) {
        return entry.value().isEmpty()
                ? "An unknown property without a value: there is no '=', or nothing behind it."
                : "Unknown property '" + entry.key() + "'.";
    }

    /** Case, the choice between dash, dot and underscore, and a forgotten prefix are not worth a distance. */
    private static Optional<String> nearest(String typed) {
        Map<String, String> known = new LinkedHashMap<>();
        Options.all().forEach(option -> known.put(folded(option.key()), option.property()));
        String folded = folded(typed.toLowerCase(Locale.ROOT).replaceFirst("^aludel[-_.]", ""));
        return Suggestions.near(folded, known.keySet(), Math.max(2, folded.length() / 3)).stream()
                .findFirst()
                .map(near -> known.getOrDefault(near, near));
    }

    private static String folded(String key) {
        return key.replaceAll("[-_.]", "");
    }

    private void throwIfAny() {
        if (problems.size() == 1) {
            throw problems.get(0);
        }
        if (problems.isEmpty()) {
            return;
        }
        AludelException all =
                AludelException.of(problems.get(0).code(), source + " has " + problems.size() + " problems.");
        for (AludelException problem : problems) {
            String place = problem.findFact("at").orElse(source);
            all = all.at(place + "  " + problem.what() + "\n"
                    + problem.findFact("do").orElse(""));
        }
        throw all.remedy("Correct " + source + " and run the command again.");
    }
}
