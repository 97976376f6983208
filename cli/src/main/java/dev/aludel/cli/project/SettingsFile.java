package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads one properties or YAML file of an application into flat keys, a map for each of its documents. */
final class SettingsFile {
    private final Path path;
    private final String shown;

    SettingsFile(Path path, String shown) {
        this.path = path;
        this.shown = shown;
    }

    List<Map<String, String>> read() {
        try {
            String text = Files.readString(path);
            return shown.endsWith(".properties") ? readProperties(text) : readYaml(text);
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE, "The application's settings cannot be read: " + failure, failure)
                    .at(shown)
                    .remedy("Give this user the right to read the file, and save it as UTF-8.");
        }
    }

    private static List<Map<String, String>> readProperties(String text) throws IOException {
        List<Map<String, String>> documents = new ArrayList<>();
        for (String document : text.split("(?m)^[#!]---\\s*$", -1)) {
            Properties properties = new Properties();
            properties.load(new StringReader(document));
            Map<String, String> values = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
            documents.add(values);
        }
        return documents;
    }

    private List<Map<String, String>> readYaml(String text) {
        List<Map<String, String>> documents = new ArrayList<>();
        try {
            for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
                Map<String, String> values = new LinkedHashMap<>();
                flatten("", document, values);
                documents.add(values);
            }
            return documents;
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "The application's settings are not YAML: " + malformed.getProblem() + ".")
                    .at(shown + ":" + line)
                    .remedy("Correct the file.");
        }
    }

    private static void flatten(
            String prefix, @org.jspecify.annotations.Nullable Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, values));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(prefix + "[" + i + "]", list.get(i), values);
            }
        } else if (node != null) {
            values.put(prefix, String.valueOf(node));
        }
    }
}
