package dev.aludel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a new {@code aludel.properties}: the directory set, every other option explained and commented out. */
public final class ConfigurationTemplate {
    private static final int WIDTH = 110;

    private ConfigurationTemplate() {}

    /** {@code directory}: as people write it, with forward slashes, relative to the file. */
    public static String render(String directory) {
        StringBuilder text = new StringBuilder("""
                # Aludel: version control for the database schema.
                # Without aludel.url the database is the application's own (spring.datasource.*, quarkus.datasource.*,
                # persistence.xml). Settings of one environment (aludel -n NAME …) are written aludel.NAME.key=value.
                """);
        for (Option<?> option : Options.all()) {
            text.append("\n# ")
                    .append(String.join("\n# ", wrap(option.description())))
                    .append('\n');
            text.append("# ")
                    .append(String.join("\n#   ", wrap("Write: " + option.form())))
                    .append('\n');
            boolean set = option.equals(Options.DIRECTORY);
            Optional<String> value = set ? Optional.of(directory) : option.fallback();
            text.append(set ? "" : "#")
                    .append(option.property())
                    .append('=')
                    .append(value.orElse(""))
                    .append('\n');
        }
        return text.toString();
    }

    private static List<String> wrap(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
