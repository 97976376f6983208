package dev.aludel.autogenerate.render;

import java.util.List;
import java.util.stream.Collectors;

/** Writes text so that Java reads back the same. */
final class JavaLiterals {
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
                default -> literal.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return literal.append('"').toString();
    }

    /** One literal, or several in braces. */
    static String strings(List<String> values) {
        return values.size() == 1
                ? string(values.get(0))
                : values.stream().map(JavaLiterals::string).collect(Collectors.joining(", ", "{", "}"));
    }

    /** Text inside a Javadoc comment: nothing in it ends the comment, is a tag, or starts a Unicode escape. */
    static String javadoc(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replace("@", "&#64;");
    }
}
