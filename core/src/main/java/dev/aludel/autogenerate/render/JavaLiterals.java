package dev.aludel.autogenerate.render;

import java.util.List;
import java.util.stream.Collectors;

/** Writes text so that Java reads back the same, and so that a person sees what is there. */
final class JavaLiterals {
    /** Marks that turn the direction of what follows: with them a comment can look like code. */
    private static final String TURNING = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

    private JavaLiterals() {}

    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(isVisible(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    private static boolean isVisible(char c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && c != '\u2028' && c != '\u2029';
    }

    /** One literal, or several in braces. */
    static String strings(List<String> values) {
        return values.size() == 1
                ? string(values.get(0))
                : values.stream().map(JavaLiterals::string).collect(Collectors.joining(", ", "{", "}"));
    }

    /** The text on one line, without what has no place in a comment. */
    static String line(String text) {
        return text.replaceAll(TURNING, "")
                .replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .strip();
    }

    /** A line inside a Javadoc comment: nothing in it ends the comment, is a tag, or starts a Unicode escape. */
    static String javadoc(String line) {
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replace("@", "&#64;");
    }

    /** Behind {@code //}: a backslash could begin a Unicode escape, which could be a line end. */
    static String comment(String text) {
        return line(text).replace("\\", "/");
    }
}
