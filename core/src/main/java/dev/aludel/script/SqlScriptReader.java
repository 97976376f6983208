package dev.aludel.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an SQL script: commented header lines, then the sections {@code -- upgrade} and {@code -- downgrade}. Every command
 * reads all scripts of a project, so only lines that begin with a comment are looked into.
 */
final class SqlScriptReader {
    private static final Set<String> KEYS =
            Set.of("revision", "down", "depends-on", "branch-labels", "replaces", "transactions", "created", "message");
    private static final Set<String> SECTIONS = Set.of("upgrade", "downgrade");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]*");

    /** The line (from 1) of a section's marker, where that line begins in the text, and where the section does. */
    private record Section(int line, int marker, int begin) {}

    private final String file;
    private final String text;
    private final Map<String, Header.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Section> sections = new HashMap<>();

    private SqlScriptReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static Script read(String file, Optional<Path> path, String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return new SqlScriptReader(file, lines).read(path);
    }

    private Script read(Optional<Path> path) {
        int number = readLines();
        Section upgrade = requireSection("upgrade", number);
        Section downgrade = requireSection("downgrade", number);
        if (downgrade.line() < upgrade.line()) {
            throw Header.malformed(file, downgrade.line(), "`-- downgrade` stands before `-- upgrade`.");
        }
        Header header = new Header(file, 1, entries);
        Script.Sql body = new Script.Sql(
                section(upgrade, downgrade.marker()),
                upgrade.line() + 1,
                section(downgrade, text.length()),
                downgrade.line() + 1);
        return new Script(
                header.toRevision(header.single("message", "")), file, path, body, header, header.transactional());
    }

    /** Returns how many there are. */
    private int readLines() {
        int number = 0;
        int end;
        for (int begin = 0; begin < text.length(); begin = end + 1) {
            number++;
            int next = text.indexOf('\n', begin);
            end = next < 0 ? text.length() : next;
            int first = begin;
            while (first < end && Character.isWhitespace(text.charAt(first))) {
                first++;
            }
            if (text.startsWith("--", first)) {
                readComment(text.substring(first + 2, end).strip(), new Section(number, begin, end + 1));
            } else if (first < end && sections.isEmpty()) {
                throw Header.malformed(file, number, "SQL stands before the line `-- upgrade`.");
            }
        }
        return number;
    }

    /** {@code here} is the section that begins with this line, if one does. */
    private void readComment(String words, Section here) {
        String lower = words.length() > "downgrade".length() ? "" : words.toLowerCase(Locale.ROOT);
        if (SECTIONS.contains(lower)) {
            if (sections.put(lower, here) != null) {
                throw Header.malformed(file, here.line(), "There is a second `-- " + lower + "`.");
            }
        } else if (sections.isEmpty()) {
            int colon = words.indexOf(':');
            if (colon > 0) {
                readEntry(
                        words.substring(0, colon).strip(),
                        words.substring(colon + 1).strip(),
                        here.line());
            }
        }
    }

    /** Free comments may stand in the header; a word and a colon in the first block is meant as a key. */
    private void readEntry(String word, String value, int number) {
        String key = word.toLowerCase(Locale.ROOT);
        if (KEYS.contains(key)) {
            if (entries.put(key, new Header.Entry(values(key, value), number)) != null) {
                throw Header.malformed(file, number, "`" + key + "` is said twice.");
            }
        } else if (entries.size() < KEYS.size()
                && number <= entries.size() + 1
                && WORD.matcher(word).matches()) {
            throw Header.malformed(
                    file,
                    number,
                    "`" + word + "` is not a key of the header ("
                            + String.join(", ", KEYS.stream().sorted().toList()) + ").");
        }
    }

    private static List<String> values(String key, String text) {
        if (key.equals("message")) {
            return List.of(text);
        }
        List<String> values = new ArrayList<>();
        int end;
        for (int begin = 0; begin <= text.length(); begin = end + 1) {
            int comma = text.indexOf(',', begin);
            end = comma < 0 ? text.length() : comma;
            String value = text.substring(begin, end).strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    private Section requireSection(String name, int lines) {
        Section section = sections.get(name);
        if (section == null) {
            throw Header.malformed(
                    file,
                    Math.max(1, lines),
                    "There is no section `-- " + name + "`; it may be empty, but it must be there.");
        }
        return section;
    }

    /** Without the end of its last line. */
    private String section(Section section, int end) {
        int begin = Math.min(section.begin(), end);
        return text.substring(begin, end > begin && text.charAt(end - 1) == '\n' ? end - 1 : end);
    }
}
