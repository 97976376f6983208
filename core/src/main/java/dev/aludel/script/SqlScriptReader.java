package dev.aludel.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an SQL script: commented header lines, then the sections {@code -- upgrade} and {@code -- downgrade}. */
final class SqlScriptReader {
    private static final Set<String> KEYS =
            Set.of("revision", "down", "depends-on", "branch-labels", "replaces", "transactions", "created", "message");
    private static final Pattern ENTRY = Pattern.compile("--\\s*([A-Za-z][A-Za-z-]*)\\s*:\\s*(.*?)\\s*");
    private static final Pattern SECTION = Pattern.compile("--\\s*(upgrade|downgrade)\\s*", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final List<String> lines;
    private final Map<String, Header.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> sections = new LinkedHashMap<>();

    private SqlScriptReader(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static Script read(String file, Optional<java.nio.file.Path> path, String text) {
        return new SqlScriptReader(file, text).read(path);
    }

    private Script read(Optional<java.nio.file.Path> path) {
        for (int line = 1; line <= lines.size(); line++) {
            readLine(lines.get(line - 1).strip(), line);
        }
        int upgrade = requireSection("upgrade");
        int downgrade = requireSection("downgrade");
        if (downgrade < upgrade) {
            throw Header.malformed(file, downgrade, "`-- downgrade` stands before `-- upgrade`.");
        }
        Header header = new Header(file, 1, entries);
        Script.Sql body = new Script.Sql(
                section(upgrade, downgrade - 1), upgrade + 1, section(downgrade, lines.size()), downgrade + 1);
        return new Script(
                header.toRevision(header.single("message", "")),
                file,
                path,
                body,
                header.lines(),
                header.transactional());
    }

    private void readLine(String line, int number) {
        Matcher section = SECTION.matcher(line);
        if (section.matches()) {
            String name = section.group(1).toLowerCase(Locale.ROOT);
            if (sections.put(name, number) != null) {
                throw Header.malformed(file, number, "There is a second `-- " + name + "`.");
            }
        } else if (sections.isEmpty()) {
            readHeaderLine(line, number);
        }
    }

    private void readHeaderLine(String line, int number) {
        if (!line.isEmpty() && !line.startsWith("--")) {
            throw Header.malformed(file, number, "SQL stands before the line `-- upgrade`.");
        }
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches() && looksLikeKey(entry.group(1), number)) {
            String key = entry.group(1).toLowerCase(Locale.ROOT);
            if (entries.put(key, new Header.Entry(values(key, entry.group(2)), number)) != null) {
                throw Header.malformed(file, number, "`" + key + "` is said twice.");
            }
        }
    }

    /** Free comments may stand in the header; a word and a colon in the first block is meant as a key. */
    private boolean looksLikeKey(String key, int number) {
        if (KEYS.contains(key.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (entries.size() < KEYS.size() && number <= entries.size() + 1) {
            throw Header.malformed(
                    file,
                    number,
                    "`" + key + "` is not a key of the header ("
                            + String.join(", ", KEYS.stream().sorted().toList()) + ").");
        }
        return false;
    }

    private static List<String> values(String key, String text) {
        if (key.equals("message")) {
            return List.of(text);
        }
        List<String> values = new ArrayList<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(values::add);
        return values;
    }

    private int requireSection(String name) {
        Integer line = sections.get(name);
        if (line == null) {
            throw Header.malformed(
                    file,
                    Math.max(1, lines.size()),
                    "There is no section `-- " + name + "`; it may be empty, but it must be there.");
        }
        return line;
    }

    private String section(int marker, int last) {
        return String.join("\n", lines.subList(marker, last));
    }
}
