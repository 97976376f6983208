package dev.aludel.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads the text of a properties file with its line numbers, which {@link Properties} does not keep. */
public final class PropertiesText {

    /**
     * One setting.
     *
     * @param line where it begins, from 1
     */
    public record Entry(String key, String value, int line) {}

    /** Text that is no properties file, with the line at fault. */
    public static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        private MalformedException(int line, String message, Throwable cause) {
            super(message, cause);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    private PropertiesText() {}

    /**
     * All settings in the order of the text, escapes and continuation lines read as {@link Properties} reads them; a key
     * that stands twice is listed twice.
     *
     * @throws MalformedException when an escape is malformed
     */
    public static List<Entry> parse(String text) {
        List<Entry> entries = new ArrayList<>();
        // with their line ends, since a file may end within a continuation
        List<String> lines = List.of(text.split("(?<=\n)|(?<=\r)(?!\n)", -1));
        int next = 0;
        while (next < lines.size()) {
            int first = next;
            next = endOfLogicalLine(lines, first);
            read(String.join("", lines.subList(first, next)), first + 1, entries);
        }
        return entries;
    }

    private static int endOfLogicalLine(List<String> lines, int first) {
        int last = first;
        while (!isCommentOrBlank(lines.get(first)) && isContinued(lines.get(last)) && last + 1 < lines.size()) {
            last++;
        }
        return last + 1;
    }

    private static boolean isCommentOrBlank(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static boolean isContinued(String line) {
        String content = line.replaceFirst("[\r\n]+$", "");
        int end = content.length();
        while (end > 0 && content.charAt(end - 1) == '\\') {
            end--;
        }
        return (content.length() - end) % 2 == 1;
    }

    private static void read(String logicalLine, int number, List<Entry> entries) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IllegalArgumentException malformed) {
            throw new MalformedException(number, "a \\u is not followed by four hexadecimal digits", malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        properties
                .stringPropertyNames()
                .forEach(key -> entries.add(new Entry(key, properties.getProperty(key), number)));
    }
}
