package dev.aludel.cli.project;

import dev.aludel.config.PropertiesText;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one properties or YAML file of an application into flat keys, a map for each of its documents.
 *
 * @param shown the path as people see it
 * @param format its extension, or what stands for it
 */
record SettingsFile(Path path, String shown, String format) {
    static final String PROPERTIES = ".properties";
    private static final Pattern SEPARATOR = Pattern.compile("[#!]---\\s*");
    private static final Pattern MAVEN_TOKEN = Pattern.compile("(?m)(:[ \\t]+)(@[\\w.-]+@)[ \\t]*$");

    /**
     * The documents in their order.
     *
     * @throws AludelException (CFG-004) naming file and line, when it is malformed
     */
    List<Map<String, String>> read() {
        try {
            String text = text();
            return format.equals(PROPERTIES) ? readProperties(text) : readYaml(text);
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "The application's settings cannot be read: " + Unreadable.why(path, failure) + ".",
                            failure)
                    .at(shown)
                    .state("Nothing was run.")
                    .remedy("Save the file as UTF-8, readable for this user.");
        }
    }

    private String text() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUnicode) {
            if (format.equals(PROPERTIES)) {
                // the encoding that properties files had before
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
            throw notUnicode;
        }
    }

    private List<Map<String, String>> readProperties(String text) {
        List<Map<String, String>> documents = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || SEPARATOR.matcher(lines.get(i)).matches()) {
                documents.add(readDocument(String.join("\n", lines.subList(first, i)), first));
                first = i + 1;
            }
        }
        return documents;
    }

    private Map<String, String> readDocument(String text, int linesBefore) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            PropertiesText.parse(text).forEach(entry -> values.put(entry.key(), entry.value()));
            return values;
        } catch (PropertiesText.MalformedException malformed) {
            throw malformed("not a properties file: " + malformed.getMessage(), linesBefore + malformed.line());
        }
    }

    private List<Map<String, String>> readYaml(String text) {
        try {
            return parseYaml(MAVEN_TOKEN.matcher(text).replaceAll("$1\"$2\""));
        } catch (MarkedYAMLException malformed) {
            // what was begun and never ended says more than the place where the reader gave up
            Mark context = malformed.getContextMark();
            Mark mark = context == null ? malformed.getProblemMark() : context;
            String begun = context == null ? "" : " " + malformed.getContext().strip();
            throw malformed(
                    "not YAML: " + malformed.getProblem().strip() + begun, mark == null ? 1 : mark.getLine() + 1);
        } catch (YAMLException malformed) {
            throw malformed(
                    "not YAML: "
                            + String.valueOf(malformed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    1);
        }
    }

    /** The flat documents of YAML or JSON text. */
    static List<Map<String, String>> parseYaml(String text) {
        List<Map<String, String>> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            Map<String, String> values = new LinkedHashMap<>();
            flatten("", document, values);
            documents.add(values);
        }
        return documents;
    }

    private static void flatten(String prefix, @Nullable Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, values));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(prefix + "[" + i + "]", list.get(i), values);
            }
        } else if (!prefix.isEmpty()) {
            values.put(prefix, node == null ? "" : String.valueOf(node));
        }
    }

    private AludelException malformed(String why, int line) {
        return AludelException.of(ErrorCode.INVALID_VALUE, "The application's settings are " + why + ".")
                .at(shown + ":" + line)
                .state("Nothing was run.")
                .remedy("Correct the file.");
    }
}
